# Internet addresses and networks.
from functools import total_ordering

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _number4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError("Expected 4 octets in %r" % text)
    n = 0
    for p in parts:
        problem = None
        if not p:
            problem = "Empty octet not permitted"
        elif not (p.isascii() and p.isdigit()):
            problem = "Only decimal digits permitted in %r" % p
        elif len(p) > 3:
            problem = "At most 3 characters permitted in %r" % p
        elif p != "0" and p[0] == "0":
            problem = "Leading zeros are not permitted in %r" % p
        elif int(p) > 255:
            raise AddressValueError("Octet %d (> 255) not permitted in %r" % (int(p), text))
        if problem:
            raise AddressValueError(problem + " in %r" % text)
        n = n << 8 | int(p)
    return n


def _number6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError("At least 3 parts expected in %r" % text)
    if "." in parts[-1]:
        try:
            low = _number4(parts.pop())
        except AddressValueError as e:
            raise AddressValueError("%s in %r" % (e, text))
        parts += ["%x" % (low >> 16), "%x" % (low & 0xFFFF)]
    if len(parts) > 9:
        raise AddressValueError("At most 8 colons permitted in %r" % text)
    gaps = text.count("::")
    if gaps > 1 or ":::" in text:
        raise AddressValueError("At most one '::' permitted in %r" % text)
    if gaps:
        at = parts.index("", 1) if parts[0] else 1
        head = parts[:at] if parts[0] else []
        tail = parts[at + 1 :]
        if tail == [""]:
            tail = []
        parts = head + ["0"] * (8 - len(head) - len(tail)) + tail
        if len(parts) > 8 or len(head) + len(tail) > 7:
            raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
    elif not parts[0]:
        raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
    elif not parts[-1]:
        raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
    elif len(parts) != 8:
        raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
    n = 0
    for p in parts:
        if not p or any([c not in "0123456789abcdefABCDEF" for c in p]):
            raise AddressValueError("Only hex digits permitted in %r in %r" % (p, text))
        if len(p) > 4:
            raise AddressValueError("At most 4 characters permitted in %r in %r" % (p, text))
        n = n << 16 | int(p, 16)
    return n


def _text(n, version):
    if version == 4:
        return ".".join([str(n >> k & 255) for k in (24, 16, 8, 0)])
    parts = ["%x" % (n >> k & 0xFFFF) for k in range(112, -1, -16)]
    # The longest row of zeros, the first of them, is left out.
    best = at = i = 0
    while i < 8:
        j = i
        while j < 8 and parts[j] == "0":
            j += 1
        if j - i > best:
            best, at = j - i, i
        i = j + 1
    if best > 1:
        return ":".join(parts[:at]) + "::" + ":".join(parts[at + best :])
    return ":".join(parts)


class _Ordered:
    def __eq__(self, other):
        return isinstance(other, type(self)) and self._key() == other._key() if hasattr(other, "_key") else NotImplemented

    def __lt__(self, other):
        if not hasattr(other, "_key") or isinstance(self, _Network) != isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    max_prefixlen = property(lambda self: self._bits)
    compressed = property(str)

    # Whether it lies in one of the networks that have such a name.
    def _among(self, name):
        first, last = self._ends()
        for net in _special[self.version][name].split():
            net = ip_network(net)
            if net._n <= first and last <= net._last():
                return True
        return False

    is_loopback = property(lambda self: self._among("loopback"))
    is_multicast = property(lambda self: self._among("multicast"))
    is_link_local = property(lambda self: self._among("link_local"))
    is_reserved = property(lambda self: self._among("reserved"))
    is_private = property(lambda self: self._among("private"))
    is_global = property(lambda self: not self.is_private and not self._among("shared"))
    is_unspecified = property(lambda self: self._ends() == (0, 0))
    is_site_local = property(lambda self: self._among("site_local"))


_special = {
    4: {
        "loopback": "127.0.0.0/8", "multicast": "224.0.0.0/4", "link_local": "169.254.0.0/16", "reserved": "240.0.0.0/4", "site_local": "",
        "shared": "100.64.0.0/10",
        "private": "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16 "
        "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32",
    },
    6: {
        "loopback": "::1/128", "multicast": "ff00::/8", "link_local": "fe80::/10", "site_local": "fec0::/10", "shared": "",
        "reserved": "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9",
        "private": "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10",
    },
}


@total_ordering
class _Address(_Ordered):
    def __init__(self, address):
        if isinstance(address, int):
            if not 0 <= address < 1 << self._bits:
                raise AddressValueError("%d (%s) is not permitted as an IPv%d address" % (address, "< 0" if address < 0 else ">= 2**%d" % self._bits, self.version))
            self._n = address
        elif isinstance(address, bytes):
            if len(address) != self._bits // 8:
                raise AddressValueError("%r (len %d != %d) is not permitted as an IPv%d address" % (address, len(address), self._bits // 8, self.version))
            self._n = int.from_bytes(address, "big")
        else:
            address = str(address)
            if "/" in address:
                raise AddressValueError("Unexpected '/' in %r" % address)
            if self.version == 6 and "%" in address:
                address, _, self.scope_id = address.partition("%")
                if not self.scope_id or "%" in self.scope_id:
                    raise AddressValueError("Invalid IPv6 address: %r" % (address + "%" + self.scope_id))
            self._n = self._number(address)

    scope_id = None

    def _key(self):
        return self._n if self.scope_id is None else (self._n, self.scope_id)

    def _ends(self):
        return self._n, self._n

    def __str__(self):
        return _text(self._n, self.version) + ("" if self.scope_id is None else "%" + self.scope_id)

    def __int__(self):
        return self._n

    def __add__(self, other):
        return self._plain(self._n + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self._plain(self._n - other) if isinstance(other, int) else NotImplemented

    def __format__(self, fmt):
        if fmt and fmt[-1] in "bxXn":
            kind = "b" if fmt[-1] == "n" and self.version == 4 else fmt[-1].replace("n", "x")
            width = self._bits + 2 if kind == "b" else self._bits // 4 + 2
            return format(self._n, ("#0%d" % width if "#" in fmt else "0%d" % (width - 2)) + ("_" if "_" in fmt else "") + kind)
        if fmt and fmt[-1] != "s":
            raise TypeError("unsupported format string passed to %s.__format__" % type(self).__name__)
        return format(str(self), fmt)

    packed = property(lambda self: self._n.to_bytes(self._bits // 8, "big"))

    @property
    def exploded(self):
        return str(self) if self.version == 4 else ":".join(["%04x" % (self._n >> k & 0xFFFF) for k in range(112, -1, -16)])

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"


class IPv4Address(_Address):
    version, _bits = 4, 32
    _number = staticmethod(_number4)


class IPv6Address(_Address):
    version, _bits = 6, 128
    _number = staticmethod(_number6)
    ipv4_mapped = property(lambda self: IPv4Address(self._n & 0xFFFFFFFF) if self._n >> 32 == 0xFFFF else None)


IPv4Address._plain, IPv6Address._plain = IPv4Address, IPv6Address


def _prefix(text, cls):
    bits = cls._bits
    if isinstance(text, int) or text.isascii() and text.isdigit():
        n = int(text)
        if not 0 <= n <= bits:
            raise NetmaskValueError("%r is not a valid netmask" % text)
        return n
    try:
        mask = cls._plain(text)._n if cls.version == 4 else -1
    except AddressValueError:
        mask = -1
    for n in range(bits + 1):
        full = (1 << bits) - (1 << bits - n)
        if mask == full or mask == (1 << bits) - 1 - full:
            return n
    raise NetmaskValueError("%r is not a valid netmask" % text)


def _split(address, cls):
    if isinstance(address, tuple):
        address, prefix = (*address, cls._bits)[:2]
    elif isinstance(address, (int, bytes)):
        prefix = cls._bits
    else:
        address, slash, prefix = str(address).partition("/")
        if "/" in prefix:
            raise AddressValueError("Only one '/' permitted in %r" % (address + "/" + prefix))
        prefix = prefix if slash else cls._bits
    return cls._plain(address)._n, _prefix(prefix, cls)


@total_ordering
class _Network(_Ordered):
    def __init__(self, address, strict=True):
        n, self.prefixlen = _split(address, self)
        self._n = n & self.netmask._n
        if strict and n != self._n:
            raise ValueError("%s has host bits set" % (_text(n, self.version) + "/%d" % self.prefixlen))

    netmask = property(lambda self: self._plain((1 << self._bits) - (1 << self._bits - self.prefixlen)))
    hostmask = property(lambda self: self._plain((1 << self._bits - self.prefixlen) - 1))
    network_address = property(lambda self: self._plain(self._n))
    broadcast_address = property(lambda self: self._plain(self._last()))
    num_addresses = property(lambda self: 1 << self._bits - self.prefixlen)
    with_prefixlen = property(str)
    with_netmask = property(lambda self: "%s/%s" % (self.network_address, self.netmask))
    with_hostmask = property(lambda self: "%s/%s" % (self.network_address, self.hostmask))
    exploded = property(lambda self: "%s/%d" % (self.network_address.exploded, self.prefixlen))

    def _last(self):
        return self._n + self.num_addresses - 1

    def _ends(self):
        return self._n, self._last()

    def _key(self):
        return self._n, self.prefixlen

    def __str__(self):
        return "%s/%d" % (self.network_address, self.prefixlen)

    def __iter__(self):
        return self._each(0, self.num_addresses)

    def _each(self, i, end, step=1):
        while i < end:
            yield self._plain(self._n + i)
            i += step

    def hosts(self):
        n = self.num_addresses
        return list(self) if n <= 2 else self._each(1, n - (self.version == 4))

    def __getitem__(self, i):
        if not -self.num_addresses <= i < self.num_addresses:
            raise IndexError("address out of range")
        return self._plain(self._n + i % self.num_addresses)

    def __contains__(self, other):
        return isinstance(other, _Address) and other.version == self.version and self._n <= other._n <= self._last()

    def overlaps(self, other):
        return self._n <= other._last() and other._n <= self._last()

    def subnet_of(self, other):
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return other._n <= self._n and self._last() <= other._last()

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self.prefixlen + prefixlen_diff
        if prefix > self._bits:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (prefix, self))
        for first in self._each(0, self.num_addresses, 1 << self._bits - prefix):
            yield type(self)((first._n, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError("new prefix must be shorter")
            prefixlen_diff = self.prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" % (self.prefixlen, prefixlen_diff))
        return type(self)((self._n, prefix), strict=False)

    def address_exclude(self, other):
        if not other.subnet_of(self):
            raise ValueError("%s not contained in %s" % (other, self))
        part = self
        while part != other:
            for half in list(part.subnets()):
                if other.subnet_of(half):
                    inside = half
                else:
                    yield half
            part = inside


class IPv4Network(_Network):
    version, _bits, _plain = 4, 32, IPv4Address


class IPv6Network(_Network):
    version, _bits, _plain = 6, 128, IPv6Address


class _Interface:
    def __init__(self, address):
        self._n, prefix = _split(address, self)
        self.network = self._net((self._n, prefix), strict=False)

    netmask = property(lambda self: self.network.netmask)
    hostmask = property(lambda self: self.network.hostmask)
    ip = property(lambda self: self._plain(self._n))
    with_prefixlen = property(str)
    with_netmask = property(lambda self: "%s/%s" % (self.ip, self.netmask))
    with_hostmask = property(lambda self: "%s/%s" % (self.ip, self.hostmask))

    def _key(self):
        return self._n, self.network._key()

    def __str__(self):
        return "%s/%d" % (self.ip, self.network.prefixlen)


class IPv4Interface(_Interface, IPv4Address):
    _net = IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _net = IPv6Network


def _either(address, what, four, six, **kw):
    for cls in four, six:
        try:
            return cls(address, **kw)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 %s" % (address, what))


def ip_address(address):
    return _either(address, "address", IPv4Address, IPv6Address)


def ip_network(address, strict=True):
    return _either(address, "network", IPv4Network, IPv6Network, strict=strict)


def ip_interface(address):
    return _either(address, "interface", IPv4Interface, IPv6Interface)


def v4_int_to_packed(address):
    return address.to_bytes(4, "big")


def v6_int_to_packed(address):
    return address.to_bytes(16, "big")


def summarize_address_range(first, last):
    if first.version != last.version:
        raise TypeError("%s and %s are not of the same version" % (first, last))
    if first > last:
        raise ValueError("last IP address must be greater than first")
    net = IPv4Network if first.version == 4 else IPv6Network
    n = first._n
    while n <= last._n:
        free = min((n & -n).bit_length() - 1 if n else first._bits, (last._n - n + 1).bit_length() - 1)
        yield net((n, first._bits - free))
        n += 1 << free


def collapse_addresses(addresses):
    spans = []
    for start, end, plain in sorted([(*a._ends(), a._plain) for a in addresses], key=lambda s: s[:2]):
        if spans and start <= spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end, plain])
    for start, end, plain in spans:
        yield from summarize_address_range(plain(start), plain(end))


def get_mixed_type_key(obj):
    return (obj.version, *(obj._key() if isinstance(obj, _Network) else (obj._key(),)))
