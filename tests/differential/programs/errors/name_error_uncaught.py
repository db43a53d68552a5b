def go():
    return tottal + 1
total = 1
print(total)
go()
