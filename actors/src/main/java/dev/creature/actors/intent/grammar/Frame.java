package dev.creature.actors.intent.grammar;

/** What the words around a verb are to it. */
enum Frame {
  /** "go to the kitchen": a place or a way, no object. */
  MOTION,
  /** "move to the door", "move the chair to the door". */
  MOVE,
  /** "enter the kitchen": the object is the place. */
  ENTER,
  /** "return to the kitchen", "return the book to the shelf". */
  RETURN,
  /** "turn left": a direction, or what to turn to. */
  TURN,
  /** "follow me to the kitchen": the object is somebody. */
  PERSON,
  /** "bring me the cup", "bring the cup to Anna". */
  TRANSFER,
  /** "take the cup from the table": where it stands is said in passing. */
  TAKE,
  /** "put the cup on the table": where it is said is where it shall be. */
  PLACE,
  /** "leave the room", "leave the cup on the table", but not "leave the cup where it is". */
  LEAVE,
  /** "wipe the table": a thing, and perhaps where it is. */
  ACT,
  /** "turn on the lamp": a device. */
  SWITCH,
  /** "make coffee", "do the dishes": only with things that are made or done so. */
  CHORE,
  /** "find the cup in the kitchen": where to look is the target. */
  SEARCH,
  /** "look at the cup", "look in the box". */
  LOOK,
  /** "check the oven", "check if the lamp is on". */
  INSPECT,
  /** "wave at Anna": with the body alone. */
  GESTURE
}
