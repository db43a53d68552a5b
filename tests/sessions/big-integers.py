# Numbers without end.
# --- turn
a = 3 ** 200
# --- turn
b = a * a + 1
b % 10 ** 20
#= 13192443283334088002
# --- turn
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
f = factorial(60)
f
#= 8320987112741390144276341183223364380754172606361245952449277696409600000000000000
# --- turn
f // a, f.bit_length()
#= (0, 273)
# --- turn
pow(7, f, 10 ** 9 + 7)
#= 778608474
# --- turn
-(b // -7) % 1000003, hex(a)[:20]
#= (187652, '0x1fd5863c3eb0469ec2')
