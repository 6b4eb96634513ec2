"""What Python 3.11 to 3.14 and torch 2 say of an error, and the reason that says it plainer."""

from collections.abc import Sequence

#: A function by its name, within its class; those in which it is defined are left out.
_CALLEE = r"(?:[\w.<>]*<locals>\.)?(?P<callee>[\w.]+|<lambda>)"

#: Classes of exceptions, a part of their text, and the reason. The first that fits counts; named
#: groups are the reason's fields.
SAYINGS: Sequence[tuple[str, str, str]] = (
    # What is not there.
    ("ModuleNotFoundError", r"import of leadin\S* halted", "module_of_grader"),
    ("ModuleNotFoundError", r"No module named '(?P<module>[\w.]+)'", "module_missing"),
    ("ImportError", r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'", "import_name"),
    ("KeyError", r"^(?P<entry>.+)$", "key_missing"),
    ("FileNotFoundError OSError PermissionError IsADirectoryError", r"", "file_missing"),
    ("URLError HTTPError ConnectionError gaierror", r"", "file_missing"),
    ("EOFError StdinNotImplementedError", r"", "input_asked"),
    ("UsageError", r"", "magic"),
    # What stands before the brackets, or between them.
    ("TypeError", r"'module' object is not callable", "module_called"),
    ("TypeError", r"NoneType", "none_used"),
    (
        "TypeError",
        r"((method|function|type)\w*' object|type '\w+') is not subscriptable",
        "brackets_for_call",
    ),
    ("TypeError", r"'(?P<type>[\w.]+)' object is not callable", "not_callable"),
    ("TypeError", r"'(?P<type>[\w.]+)' object is not subscriptable", "not_subscriptable"),
    ("TypeError", r"'(?P<type>[\w.]+)' object does not support item", "no_item_assignment"),
    ("TypeError", r"'(?P<type>[\w.]+)' object is not an iterator", "not_iterable"),
    ("TypeError", r"'(?P<type>int|float)' object is not iterable", "number_not_iterable"),
    ("TypeError", r"'(?P<type>[\w.]+)' object is not iterable", "not_iterable"),
    ("TypeError", r"iteration over a 0-d tensor", "zero_dim_iteration"),
    ("TypeError", r"cannot unpack non-iterable (?P<type>[\w.]+) object", "not_unpackable"),
    ("TypeError", r"object of type '(?P<type>[\w.]+)' has no len", "no_length"),
    ("TypeError IndexError", r"ndices must be|valid indices|used as indices", "index_not_whole"),
    ("IndexError", r"invalid index of a 0-dim tensor", "index_of_zero_dim"),
    ("IndexError", r"too many indices", "too_many_indices"),
    ("IndexError", r"Dimension out of range", "dimension_out_of_range"),
    ("IndexError", r"pop from empty|empty (list|range)", "empty_sequence"),
    ("IndexError", r"assignment index out of range", "set_out_of_range"),
    ("IndexError", r"out of (range|bounds)", "index_out_of_range"),
    # How functions are called.
    ("TypeError", rf"{_CALLEE}\(\) takes 0 positional .* 1 was given", "no_self"),
    (
        "TypeError",
        rf"{_CALLEE}\(\) takes (?P<takes>[\w ]+?) positional .* but (?P<given>\d+)",
        "too_many_arguments",
    ),
    (
        "TypeError",
        rf"{_CALLEE}\(\) missing \d+ required [\w -]+ arguments?: (?P<names>[\w'\", ]+)",
        "argument_missing",
    ),
    (
        "TypeError",
        rf"{_CALLEE}\(\) got an unexpected keyword argument '(?P<name>\w+)'",
        "argument_unknown",
    ),
    ("TypeError", r"^(?P<callee>[\w.]+)(\(\))? (expected|takes) .*argument", "argument_count"),
    ("TypeError", r"multiple values for argument '(?P<name>\w+)'", "argument_twice"),
    # What arithmetic can be done with.
    ("TypeError NotImplementedError RuntimeError", r"for \^=?: '|bitwise_xor", "power_sign"),
    ("TypeError", r"for @: .*'(list|tuple)'", "list_product"),
    (
        "TypeError",
        r"can't multiply sequence|'(list|tuple)' and|and '(list|tuple)'",
        "list_arithmetic",
    ),
    ("TypeError", r"can only concatenate (list|tuple)", "list_arithmetic"),
    ("TypeError", r"bad operand type for .*'(list|tuple)'", "list_arithmetic"),
    ("TypeError", r"'str' and|and '?str\b|can only concatenate str", "text_arithmetic"),
    ("TypeError", r"\bcomplex\b", "complex_number"),
    (
        "TypeError",
        r"operand type.*: '(?P<left>[\w.]+)' and '(?P<right>[\w.]+)'"
        r"|instances of '(?P<left_2>[\w.]+)' and '(?P<right_2>[\w.]+)'",
        "operands",
    ),
    ("TypeError", r"'(?P<type>\w+)' object cannot be interpreted as an integer", "whole_number"),
    (
        "TypeError",
        r"real number, not '?(?P<type>[\w.]+)",
        "number_needed",
    ),
    (
        "TypeError",
        r"must be (a )?Tensor,? (but found type|not|but got) '?(?P<type>\w+)",
        "tensor_needed",
    ),
    ("TypeError", r"only optimize Tensors, but .* is (?P<type>[\w.]+)", "tensor_needed"),
    ("TypeError", r"expected Tensor as element \d+ .* got (?P<type>\w+)", "tensor_needed"),
    ("TypeError", r"Expected a sequence of Tensors|must be tuple of Tensors", "tensors_needed"),
    (
        "TypeError",
        r"new\(\): data must be a sequence|iterable of Tensors or dicts",
        "sequence_needed",
    ),
    ("TypeError", r"invalid combination of arguments", "arguments_unfit"),
    ("TypeError", r"unsupported format string", "format_of_tensor"),
    ("TypeError", r"an't convert .* (device|tensor)", "convert_tensor"),
    # Numbers.
    ("ZeroDivisionError", r"", "division_by_zero"),
    ("OverflowError", r"", "number_too_large"),
    ("ValueError", r"math domain|expected a (positive|nonnegative)", "math_domain"),
    ("ValueError", r"cannot convert float (NaN|infinity)", "number_too_large"),
    ("ValueError", r"could not convert string|invalid literal for int", "text_is_no_number"),
    ("ValueError", r"(not enough|too many) values to unpack", "unpack_count"),
    (
        "ValueError TypeError",
        r"empty (sequence|iterable)|iterable argument is empty",
        "empty_sequence",
    ),
    ("ValueError", r"zip\(\) argument", "zip_lengths"),
    ("ValueError", r"not in (list|deque|tuple)", "not_in_list"),
    ("ValueError", r"truth value of an array|is ambiguous", "truth_of_many"),
    ("ValueError", r"empty parameter list", "optimizer_empty"),
    ("ValueError", r"non-leaf Tensor", "optimizer_no_leaf"),
    ("ValueError", r"expected sequence of length|inhomogeneous|setting an array", "ragged_list"),
    ("ValueError", r"only one element tensors|size 1 arrays|one-element", "one_number_needed"),
    ("TypeError", r"only (length-1|size-1|0-dimensional) arrays", "one_number_needed"),
    ("ValueError", r"target size|input and target shapes", "loss_shapes"),
    ("RuntimeError", r"(dictionary|Set|deque|list) (changed|mutated)", "changed_in_loop"),
    # torch.
    ("RuntimeError", r"Boolean value of Tensor", "truth_of_many"),
    ("RuntimeError", r"an't call numpy\(\)", "numpy_of_tracked"),
    ("RuntimeError", r"change requires_grad flags of leaf", "flag_of_no_leaf"),
    ("RuntimeError", r"appears to not have been used in the graph", "not_in_graph"),
    ("RuntimeError", r"deepcopy protocol", "copy_of_tracked"),
    ("RuntimeError", r"no_grad|inference tensor", "made_without_grad"),
    ("RuntimeError", r"ould not infer dtype of (?P<type>\w+)", "tensor_of_what"),
    (
        "RuntimeError TypeError",
        r"dtype|scalar type|result type|data type|[dD]ouble.*[fF]loat|[fF]loat.*[dD]ouble|Long",
        "two_dtypes",
    ),
    ("RuntimeError", r"expects each tensor to be equal size|same number of dim", "stack_shapes"),
    ("RuntimeError", r"size|shape|dimension", "shapes_differ"),
    ("RuntimeError", r"No active exception", "bare_raise"),
    ("AttributeError", r"before Module.__init__\(\)|before initialization", "super_init"),
    ("NotImplementedError", r"missing the required \"forward\"", "forward_missing"),
    # What ends it.
    ("RecursionError", r"", "recursion"),
    ("NotImplementedError", r"", "still_a_stub"),
    ("AssertionError", r"", "assertion"),
    ("StopIteration", r"", "iterator_empty"),
    ("SystemExit", r"", "exits"),
    ("KeyboardInterrupt", r"", "interrupted"),
)
