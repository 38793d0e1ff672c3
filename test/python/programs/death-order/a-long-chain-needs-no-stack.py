class Node:
    def __init__(self, next): self.next = next
head = None
for i in range(50000):
    head = Node(head)
del head
print("dropped")
