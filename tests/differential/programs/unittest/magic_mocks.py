from unittest.mock import MagicMock, Mock, mock_open, patch
m = MagicMock()
print(len(m), list(m), 3 in m, bool(m), int(m))
m.__len__.return_value = 3
m.__iter__.return_value = [1, 2]
m.__getitem__.side_effect = {"a": 1}.__getitem__
m.__contains__.return_value = True
m.__str__.return_value = "text"
m.__enter__.return_value = "entered"
print(len(m), list(m), list(m), m["a"], 9 in m, str(m))
with m as inside:
    print(inside)
m.__exit__.assert_called_once()
m.__len__.assert_called_with()
n = MagicMock()
n.__len__ = lambda self: 7
n.__getitem__ = Mock(return_value="item")
print(len(n), n[1], n.__getitem__.call_args)
n[2] = 3
n.__setitem__.assert_called_once_with(2, 3)
with patch("builtins.open", mock_open(read_data="line1\nline2\n")) as opened:
    with open("nothing.txt") as f:
        print(f.read())
    with open("nothing.txt") as f:
        print([line for line in f])
opened.assert_called_with("nothing.txt")
with patch("builtins.open", mock_open()) as opened:
    with open("out.txt", "w") as f:
        f.write("x")
    opened().write.assert_called_once_with("x")
