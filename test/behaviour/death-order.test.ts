/** Item 4: in which order that dies what a container or instance held. */

import { behaviour } from "./behaviour";
import { everyProgram, programs } from "./program";

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "names: what is bound anew, deleted, or never bound dies at once; an argument after the call",
  },
  programs(
    "dealloc_order",
    "rebinding creates the new object before the old one dies",
    "del of the only name",
    "None bound to the only name",
    "del of one of two names",
    "a temporary",
    "a temporary argument dies after the call",
    "locals of a function",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the elements of a list or tuple die from the last to the first, one that is replaced or popped at once",
  },
  programs(
    "dealloc_order",
    "elements of a list",
    "elements of a list that is cleared",
    "elements of a deleted slice",
    "elements of a tuple",
    "a tuple in a list",
    "a child shared within one list",
    "an element that is overwritten",
    "an element that is popped and not kept",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a deleted slice of a list dies from its end, one with a step from its start",
  },
  programs("dealloc_order_containers", "slices of a list that are deleted and replaced"),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "keys and values of a dict die in the order of insertion, a key before its value",
  },
  programs(
    "dealloc_order",
    "values of a dict",
    "values of a dict that is cleared",
    "values of a dict, one replaced",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a key of a dict that was deleted and set again dies in its new place, a replaced value at once",
  },
  programs(
    "dealloc_order_containers",
    "a dict, a key deleted and set again, another replaced",
    "a dict with keys that die",
    "a dict that is updated, one from which a key is popped",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "the elements of a set die in the order of its table, by their hashes",
  },
  programs(
    "dealloc_order_containers",
    "a set",
    "a set whose hashes collide",
    "a set that has grown",
    "a set that is cleared, one from which an element is discarded",
    "a frozenset",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "attributes die in the order in which the object got them, from 3.11 on in that of the class's shared keys",
  },
  programs(
    "dealloc_order",
    "attributes of an instance after its own finalizer",
    "attributes of an instance without finalizer",
    "attributes of a second instance, set in the other order",
    "an attribute that is replaced",
    "a chain of instances",
    "a child shared by two parents",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "an attribute that was deleted and set again dies in its new place up to 3.10, in its old one from 3.11 on",
  },
  programs("dealloc_order_containers", "an instance, an attribute deleted and set again"),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.10",
    compared: "real interpreter",
    claim: "an instance's __dict__ dies with it, and its values with that, unless something keeps the dict",
  },
  programs(
    "dealloc_order_containers",
    "an instance whose __dict__ was asked for",
    "an instance whose __dict__ is kept",
    "an instance whose __dict__ is replaced, then cleared",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "__slots__ die by name, those of the derived class first, and before the other attributes",
  },
  programs(
    "dealloc_order_containers",
    "an instance with slots",
    "an instance with slots of its class and of the base",
    "an instance with slots of the base and a dict",
    "a slot that is replaced, one that is deleted",
  ),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a tree dies depth first",
  },
  programs(
    "dealloc_order",
    "a chain of lists",
    "a tree of three levels, instances",
    "a tree of three levels, lists",
    "a tree of three levels, dict of tuple of list",
  ),
);

everyProgram("dealloc_order");
everyProgram("dealloc_order_containers", {
  "instances of subclasses of list, dict, tuple, set":
    "a class can be derived from object and from classes only",
});
