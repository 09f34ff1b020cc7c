package dev.creature.deploy.load;

import java.util.List;
import java.util.Random;

/**
 * What phones say.
 *
 * @param clips spoken, in turn
 * @param typed share of turns that are typed, 0 to 1
 * @param deeds share of turns that ask for a deed, 0 to 1
 * @param pauseMillis between an answer and the next turn; up to twice as long
 */
record PhoneHabits(List<Clip> clips, double typed, double deeds, int pauseMillis) {
  private static final List<String> DEEDS = List.of("turn left", "turn right");

  PhoneHabits {
    clips = List.copyOf(clips);
    if (clips.isEmpty() && typed + deeds < 1) {
      throw new IllegalArgumentException("phones that speak need recordings");
    }
  }

  PhoneTurn next(Random random, int phone, int number) {
    double dice = random.nextDouble();
    if (dice < deeds) {
      return new PhoneTurn(PhoneTurn.Kind.DEED, DEEDS.get(random.nextInt(DEEDS.size())));
    }
    if (dice < deeds + typed) {
      return new PhoneTurn(
          PhoneTurn.Kind.TYPED, "line " + number + " of phone " + phone + " goes here");
    }
    return new PhoneTurn(
        PhoneTurn.Kind.SPOKEN, clips.get((phone * 7 + number) % clips.size()).name());
  }

  Clip clip(String name) {
    return clips.stream().filter(clip -> clip.name().equals(name)).findFirst().orElseThrow();
  }

  long pause(Random random) {
    return pauseMillis + random.nextLong(pauseMillis + 1L);
  }
}
