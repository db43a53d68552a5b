import ipaddress
a = ipaddress.ip_address("192.168.1.10")
print(a, repr(a), int(a), a + 1, a.is_private, a.is_loopback, a.is_multicast, a.is_global, a.packed, a.reverse_pointer, a.version, f"{a:b}", f"{a}")
n = ipaddress.ip_network("192.168.1.0/29")
print(n, repr(n), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.prefixlen, list(n.hosts()), a in n, n[3], n.with_netmask)
print(list(ipaddress.ip_network("10.0.0.0/22").subnets(new_prefix=24)), n.supernet(), n.supernet(new_prefix=16), n.overlaps(ipaddress.ip_network("192.168.1.4/30")), ipaddress.ip_network("10.1.0.0/16").subnet_of(ipaddress.ip_network("10.0.0.0/8")))
for act in (lambda: ipaddress.ip_address("256.1.1.1"), lambda: ipaddress.IPv4Address("256.1.1.1"), lambda: ipaddress.IPv4Address("1.2.3"), lambda: ipaddress.IPv4Address("01.2.3.4"), lambda: ipaddress.IPv4Address("a.2.3.4"),
            lambda: ipaddress.ip_network("192.168.1.1/24"), lambda: ipaddress.ip_network("x"), lambda: ipaddress.IPv4Network("1.2.3.0/33"), lambda: ipaddress.IPv6Address("1::2::3"), lambda: ipaddress.IPv6Address("g::1"), lambda: a < ipaddress.ip_address("::1")):
    try:
        print(act())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(ipaddress.ip_network("192.168.1.1/24", strict=False), sorted(map(ipaddress.ip_address, ["10.0.0.10", "10.0.0.9", "9.9.9.9"])))
six = ipaddress.ip_address("2001:0db8:0000:0000:0000:ff00:0042:8329")
print(six, six.exploded, six.is_private, ipaddress.ip_address("::1").is_loopback, ipaddress.ip_address("fe80::1").is_link_local, ipaddress.ip_address("::ffff:1.2.3.4").ipv4_mapped, ipaddress.ip_network("2001:db8::/32").num_addresses)
i = ipaddress.ip_interface("10.0.0.5/24")
print(i, i.ip, i.network, i.netmask, repr(i))
print(list(ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.0"), ipaddress.ip_address("10.0.0.6"))), list(ipaddress.collapse_addresses([ipaddress.ip_network("10.0.0.0/25"), ipaddress.ip_network("10.0.0.128/25")])))
print(list(ipaddress.ip_network("10.0.0.0/30").address_exclude(ipaddress.ip_network("10.0.0.1/32"))), len({a, ipaddress.ip_address("192.168.1.10")}), a == "192.168.1.10", [str(h) for h in ipaddress.ip_network("10.0.0.0/31").hosts()])
