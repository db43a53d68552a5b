# Buffers and views of them.
# --- turn
data = bytearray(range(16))
view = memoryview(data)[4:12]
bytes(view)
#= b'\x04\x05\x06\x07\x08\t\n\x0b'
# --- turn
view[0] = 255
data[4]
#= 255
# --- turn
import struct
struct.pack_into('<HI', data, 6, 513, 0xdeadbeef)
data[4:12]
#= bytearray(b'\xff\x05\x01\x02\xef\xbe\xad\xde')
# --- turn
view[-1], data.find(b'\xbe\xad')
#= (222, 9)
# --- turn
del view
data.extend(b'tail')
len(data)
#= 20
# --- turn
struct.unpack_from('<HI', data, 6), data[-4:].decode()
#= ((513, 3735928559), 'tail')
