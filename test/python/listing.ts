/** The article's listing, verbatim. */

/** It never ends. */
export const ARTICLE_LISTING = `class Leak(object):
    def __init__(self):
        print("object with {0} was born".format(self))

while True:
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
`;
