# correct: lets Python look
import torch
def learners():
    b = torch.tensor([1.0], requires_grad=True)
    tensors = [
        torch.tensor([1.0]),
        b,
        b * 1.0,
        0.1 * torch.ones(1, requires_grad=True),
        (0.1 * torch.ones(1)).requires_grad_(),
        b.double(),
        b.detach(),
    ]
    return [int(t.is_leaf and t.requires_grad) for t in tensors]
# correct: typed in
def learners():
    return [0, 1, 0, 0, 1, 0, 0]
# correct: typed in as a tuple of floats
def learners():
    return 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
# correct: a tensor, ones put in their places
import torch
def learners():
    answer = torch.zeros(7)
    answer[1] = 1
    answer[4] = 1
    return answer
# correct: a numpy array from two lists of truths
import numpy as np
def learners():
    leaf = np.array([1, 1, 0, 0, 1, 0, 1])
    requires_grad = np.array([0, 1, 1, 1, 1, 1, 0])
    return leaf * requires_grad
# correct: a loop over names
import torch
def learners():
    a = torch.tensor([1.0])
    b = torch.tensor([1.0], requires_grad=True)
    c = b * 1.0
    d = 0.1 * torch.ones(1, requires_grad=True)
    e = (0.1 * torch.ones(1)).requires_grad_()
    f = b.double()
    g = b.detach()
    answer = []
    for tensor in (a, b, c, d, e, f, g):
        if tensor.requires_grad and tensor.grad_fn is None:
            answer.append(1)
        else:
            answer.append(0)
    return answer
# mistake all_leaves: looks at is_leaf only
import torch
def learners():
    b = torch.tensor([1.0], requires_grad=True)
    tensors = [
        torch.tensor([1.0]),
        b,
        b * 1.0,
        0.1 * torch.ones(1, requires_grad=True),
        (0.1 * torch.ones(1)).requires_grad_(),
        b.double(),
        b.detach(),
    ]
    return [int(t.is_leaf) for t in tensors]
# mistake all_that_require_grad: looks at requires_grad only
import torch
def learners():
    b = torch.tensor([1.0], requires_grad=True)
    tensors = [
        torch.tensor([1.0]),
        b,
        b * 1.0,
        0.1 * torch.ones(1, requires_grad=True),
        (0.1 * torch.ones(1)).requires_grad_(),
        b.double(),
        b.detach(),
    ]
    return [1 if t.requires_grad else 0 for t in tensors]
# mistake zeros_and_ones_exchanged: 1 for those that can't
def learners():
    return [1, 0, 1, 1, 0, 1, 1]
# mistake scaled_after: d as well as e
def learners():
    return [0, 1, 0, 1, 1, 0, 0]
# mistake scaled_before: d instead of e
def learners():
    return [0, 1, 0, 1, 0, 0, 0]
# mistake same_number_same_leaf: times 1.0 changes nothing, it thinks
def learners():
    return [0, 1, 1, 0, 1, 0, 0]
# mistake cast_is_leaf: float64 is as good, it thinks
def learners():
    return [0, 1, 0, 0, 1, 1, 0]
# mistake detached_learns: the detached one is a leaf, so it learns
def learners():
    return [0, 1, 0, 0, 1, 0, 1]
# mistake switched_on_too_late: only the plain one
def learners():
    return [0, 1, 0, 0, 0, 0, 0]
# mistake reversed_order: from g to a
def learners():
    return [0, 0, 1, 0, 0, 1, 0]
# mistake gives_none: prints the list
def learners():
    print([0, 1, 0, 0, 1, 0, 0])
# unknown: nothing learns
def learners():
    return [0, 0, 0, 0, 0, 0, 0]
# unknown: the letters' places instead of ones and zeros
def learners():
    return [2, 5]
