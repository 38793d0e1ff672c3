class Deck:
    def __init__(self): self.cards = list("abc")
    def __len__(self): return len(self.cards)
    def __getitem__(self, i): return self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, c): return c in self.cards
d = Deck()
d[0] = "z"
del d[1]
print(len(d), d[0], list(d), "c" in d, d[-1], bool(d))
