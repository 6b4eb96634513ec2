# correct: lets Python look
import torch
def learners():
    a = torch.tensor([1.0])
    b = torch.tensor([1.0], requires_grad=True)
    c = b * 1.0
    d = 0.1 * torch.ones(1, requires_grad=True)
    e = (0.1 * torch.ones(1)).requires_grad_()
    f = b.double()
    g = b.detach()
    tensors = enumerate((a, b, c, d, e, f, g), start=1)
    return [number for number, t in tensors if t.is_leaf and t.requires_grad]
# correct: typed in
def learners():
    return [2, 5]
# correct: typed in as a tuple of floats
def learners():
    return 2.0, 5.0
# correct: a tensor, from two masks
import torch
def learners():
    leaf = torch.tensor([1, 1, 0, 0, 1, 0, 1]).bool()
    requires_grad = torch.tensor([0, 1, 1, 1, 1, 1, 0]).bool()
    return torch.arange(1, 8)[leaf & requires_grad]
# correct: numpy's places, counted from 1
import numpy as np
def learners():
    can_learn = np.array([0, 1, 0, 0, 1, 0, 0])
    return np.flatnonzero(can_learn) + 1
# correct: tries which of them backward fills
import torch
def learners():
    a = torch.tensor([1.0])
    b = torch.tensor([1.0], requires_grad=True)
    c = b * 1.0
    d = 0.1 * torch.ones(1, requires_grad=True)
    e = (0.1 * torch.ones(1)).requires_grad_()
    f = b.double()
    g = b.detach()
    numbers = []
    for i, tensor in enumerate([a, b, c, d, e, f, g]):
        if tensor.requires_grad and tensor.grad_fn is None:
            tensor.sum().backward()
            if tensor.grad is not None:
                numbers.append(i + 1)
    return numbers
# mistake all_leaves: looks at is_leaf only
import torch
def learners():
    a = torch.tensor([1.0])
    b = torch.tensor([1.0], requires_grad=True)
    c = b * 1.0
    d = 0.1 * torch.ones(1, requires_grad=True)
    e = (0.1 * torch.ones(1)).requires_grad_()
    f = b.double()
    g = b.detach()
    tensors = enumerate((a, b, c, d, e, f, g), start=1)
    return [number for number, t in tensors if t.is_leaf]
# mistake all_that_require_grad: looks at requires_grad only
import torch
def learners():
    a = torch.tensor([1.0])
    b = torch.tensor([1.0], requires_grad=True)
    c = b * 1.0
    d = 0.1 * torch.ones(1, requires_grad=True)
    e = (0.1 * torch.ones(1)).requires_grad_()
    f = b.double()
    g = b.detach()
    tensors = enumerate((a, b, c, d, e, f, g), start=1)
    return [number for number, t in tensors if t.requires_grad]
# mistake those_that_cant_learn: the others
def learners():
    return [1, 3, 4, 6, 7]
# mistake scaled_after: 4 as well as 5
def learners():
    return [2, 4, 5]
# mistake scaled_before: 4 instead of 5
def learners():
    return [2, 4]
# mistake same_number_same_leaf: times 1.0 changes nothing, it thinks
def learners():
    return [2, 3, 5]
# mistake cast_is_leaf: float64 is as good, it thinks
def learners():
    return [2, 5, 6]
# mistake detached_learns: the detached one is a leaf, so it learns
def learners():
    return [2, 5, 7]
# mistake switched_on_too_late: only the plain one
def learners():
    return [2]
# mistake zeros_and_ones: yes or no for each
def learners():
    return [0, 1, 0, 0, 1, 0, 0]
# mistake counted_from_zero: the places of a Python list
def learners():
    return [1, 4]
# mistake reversed_order: the largest first
def learners():
    return [5, 2]
# mistake gives_none: prints the list
def learners():
    print([2, 5])
# mistake plain_tensor_learns: takes line 1 in, too
def learners():
    return [1, 2, 5]
# unknown: nothing learns
def learners():
    return []
# unknown: how many
def learners():
    return 2
# unknown: all of them
def learners():
    return [1, 2, 3, 4, 5, 6, 7]
