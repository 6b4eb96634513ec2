# Right: inference mode eval module dict.
import torch
def train(x_data, y_data, w, lr, epochs):
    m = torch.nn.ModuleDict({"l": torch.nn.Linear(1, 1, bias=False)})
    m.load_state_dict({"l.weight": torch.tensor([[w]])})
    m.train(); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            m.zero_grad()
            l = torch.nn.MSELoss(reduction="sum")(m["l"](torch.tensor([[x]])), torch.tensor([[y]]))
            l.backward()
            with torch.no_grad():
                for p in m.parameters(): p.copy_(p - lr * p.grad)
        losses.append(l.item())
    return losses
