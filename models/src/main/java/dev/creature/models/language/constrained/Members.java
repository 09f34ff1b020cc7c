package dev.creature.models.language.constrained;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The members of an object, in order; those that are not needed may be left out. */
final class Members {
  /** One of them. */
  record Member(String name, Rule value, boolean needed) {}

  private Members() {}

  static Rule of(List<Member> members) {
    Rule end = Literal.of("}");
    // What follows when nothing was written yet, and when something was.
    Rule first = end;
    Rule later = end;
    for (Member member : members.reversed()) {
      Rule written =
          Then.all(Literal.of(TextNode.valueOf(member.name()) + ": "), member.value(), later);
      Rule writtenLater = Then.of(Literal.of(", "), written);
      first = member.needed() ? written : Either.of(written, first);
      later = member.needed() ? writtenLater : Either.of(writtenLater, later);
    }
    return Then.of(Literal.of("{"), first);
  }
}
