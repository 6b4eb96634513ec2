# correct: as the lesson writes it
import math


def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    m_hat = m / (1 - 0.9**t)
    v_hat = v / (1 - 0.999**t)
    return [w - lr * m_hat / (math.sqrt(v_hat) + 1e-8), m, v]
# correct: running means as steps towards the new number, a tuple
def adam_step(w, g, m, v, t, lr):
    m += (1 - 0.9) * (g - m)
    v += (1 - 0.999) * (g * g - v)
    step = (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8)
    return w - lr * step, m, v
# correct: numpy, corrections in the learning rate
import numpy as np


def adam_step(w, g, m, v, t, lr):
    beta = np.array([0.9, 0.999])
    kept = beta * np.array([m, v]) + (1 - beta) * np.array([g, g * g])
    c1, c2 = 1 - beta**t
    w = w - lr * np.sqrt(c2) / c1 * kept[0] / (np.sqrt(kept[1]) + 1e-8 * np.sqrt(c2))
    return [w, *kept]
# correct: torch's Adam with its state put in
import torch


def adam_step(w, g, m, v, t, lr):
    p = torch.tensor([w], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([p], lr=lr)
    optimizer.state[p] = {
        "step": torch.tensor(float(t - 1)),
        "exp_avg": torch.tensor([m], dtype=torch.float64),
        "exp_avg_sq": torch.tensor([v], dtype=torch.float64),
    }
    p.grad = torch.tensor([g], dtype=torch.float64)
    optimizer.step()
    state = optimizer.state[p]
    return [p.item(), state["exp_avg"].item(), state["exp_avg_sq"].item()]
# correct: float32 tensors
import torch


def adam_step(w, g, m, v, t, lr):
    w, g, m, v = (torch.tensor(each) for each in (w, g, m, v))
    m = torch.lerp(m, g, 0.1)
    v = 0.999 * v + 0.001 * g.square()
    w = w - lr * (m / (1 - 0.9**t)) / (torch.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return torch.stack([w, m, v])
# correct: epsilon in the root, which does not show
def adam_step(w, g, m, v, t, lr):
    b1, b2 = 0.9, 0.999
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
    return [w - lr * m / (1 - b1**t) / (v / (1 - b2**t) + 1e-8) ** 0.5, m, v]
# mistake no_bias_correction: no hats
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (v**0.5 + 1e-8), m, v]
# mistake half_bias_correction: only m has a hat
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / (v**0.5 + 1e-8), m, v]
# mistake missing_root: divides by v
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / (v / (1 - 0.999**t) + 1e-8), m, v]
# mistake gradient_for_mean: the step takes g
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * g / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake plain_step: the step of SGD
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * g, m, v]
# mistake rate_left_out: no lr
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake one_beta: 0.9 for both
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.9 * v + 0.1 * g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.9**t)) ** 0.5 + 1e-8), m, v]
# mistake old_moments: the step comes first
def adam_step(w, g, m, v, t, lr):
    w = w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8)
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w, m, v]
# mistake counts_from_zero: one step too few
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    t = t - 1
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake counts_one_ahead: one step too many
def adam_step(w, g, m, v, t, lr):
    t += 1
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake beta_times_t: multiplies beta by t
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9 * t) / (abs(v / (1 - 0.999 * t)) ** 0.5 + 1e-8), m, v]
# mistake climbs: adds the step
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w + lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake swapped_betas: 0.999 for m and 0.9 for v
def adam_step(w, g, m, v, t, lr):
    m = 0.999 * m + 0.001 * g
    v = 0.9 * v + 0.1 * g**2
    return [w - lr * m / (1 - 0.999**t) / ((v / (1 - 0.9**t)) ** 0.5 + 1e-8), m, v]
# mistake gradient_not_squared: v takes g
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake sums_for_means: adds all of g
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + g
    v = 0.999 * v + g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake hats_returned: returns what the step was made of
def adam_step(w, g, m, v, t, lr):
    m = (0.9 * m + 0.1 * g) / (1 - 0.9**t)
    v = (0.999 * v + 0.001 * g**2) / (1 - 0.999**t)
    return [w - lr * m / (v**0.5 + 1e-8), m, v]
# mistake ignores_argument: the example's learning rate
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - 0.1 * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake gives_none: returns nothing
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    w -= lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8)
# mistake other_betas: beta 2 of 0.99
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.99 * v + 0.01 * g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.99**t)) ** 0.5 + 1e-8), m, v]
# mistake mean_as_momentum: m adds all of g, v is right
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake moments_not_kept: returns m and v as they came
def adam_step(w, g, m, v, t, lr):
    new_m = 0.9 * m + 0.1 * g
    new_v = 0.999 * v + 0.001 * g**2
    return [w - lr * new_m / (1 - 0.9**t) / ((new_v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
# mistake root_before_hat: the root first
def adam_step(w, g, m, v, t, lr):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / (v**0.5 / (1 - 0.999**t) + 1e-8), m, v]
# unknown: weight decay
def adam_step(w, g, m, v, t, lr):
    w = w * (1 - lr * 0.01)
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return [w - lr * m / (1 - 0.9**t) / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8), m, v]
