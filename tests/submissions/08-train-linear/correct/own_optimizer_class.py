# Right: own optimizer class.
import torch
class Mine(torch.optim.Optimizer):
    def __init__(self, params, lr): super().__init__(params, {"lr": lr})
    @torch.no_grad()
    def step(self, closure):
        with torch.enable_grad(): loss = closure()
        for g in self.param_groups:
            for p in g["params"]: p.add_(p.grad, alpha=-g["lr"])
        return loss
def train(x_data, y_data, w, lr, epochs):
    p = torch.nn.Parameter(torch.tensor([w])); o = Mine([p], lr); out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            def closure():
                o.zero_grad(); l = (p * x - y).pow(2).sum(); l.backward(); return l
            l = o.step(closure)
        out.append(l.item())
    return out
