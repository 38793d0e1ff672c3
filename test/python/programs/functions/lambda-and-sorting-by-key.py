words = ["pear", "fig", "banana", "kiwi"]
print(sorted(words, key=lambda w: (len(w), w)))
print(sorted(words, key=len, reverse=True))
words.sort()
print(words, min(words, key=len), max(words, key=len))
