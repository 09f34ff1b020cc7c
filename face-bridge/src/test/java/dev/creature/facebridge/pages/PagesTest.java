package dev.creature.facebridge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Pattern LOADS =
      Pattern.compile("(?:src=|href=|from |fetch\\(|addModule\\()['\"](\\.?/[^'\"#]+)['\"]");
  private final Pages pages = new Pages();

  private static final List<String> PAGES =
      List.of("/", "/camera", "/face", "/face/3d", "/console", "/face/minimal", "/certificate");

  private String text(String path) {
    return new String(pages.at(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  /** A page and all that it loads, by path. */
  private Set<String> loadedBy(String path) {
    Set<String> all = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(path));
    while (!open.isEmpty()) {
      String next = open.pop();
      boolean page = all.isEmpty();
      if (!all.add(next)) {
        continue;
      }
      Matcher matcher = LOADS.matcher(text(next));
      while (matcher.find()) {
        String found = matcher.group(1).replaceFirst("^\\./", "/static/");
        // What finds faces is fetched only by who asks for it, and does not come with the pages.
        boolean link = !found.startsWith("/static/") || found.startsWith("/static/camera/");
        if (page || !link) {
          if (!link) {
            open.push(found);
          }
        }
      }
    }
    return all;
  }

  @Test
  void weighsNoMoreThan300Kilobytes() {
    for (String page : PAGES) {
      int bytes = 0;
      for (String each : loadedBy(page)) {
        bytes += pages.at(each).orElseThrow().bytes().length;
      }
      assertThat(bytes).as(page).isBetween(1_000, 300_000);
    }
    assertThat(loadedBy("/")).contains("/static/face.js", "/static/capture-worklet.js");
  }

  @Test
  void asksNothingOfAnybodyElse() {
    List<String> foreign = new ArrayList<>();
    for (String page : PAGES) {
      for (String each : loadedBy(page)) {
        Matcher matcher =
            Pattern.compile("(?:https?:)?//[a-z][a-z0-9.-]+\\.[a-z]{2,}").matcher(text(each));
        while (matcher.find()) {
          if (!matcher.group().contains("www.w3.org")) {
            foreign.add(each + ": " + matcher.group());
          }
        }
      }
    }
    assertThat(foreign).isEmpty();
  }

  @Test
  void showsAFaceInAtMostSixtyLinesOfThreeFields() {
    String face = text("/face/minimal");
    assertThat(face.lines().count()).isLessThanOrEqualTo(60);
    assertThat(face).doesNotContain("viseme", "valence", "arousal", "blink", "frame.gaze");
  }

  @Test
  void opensNothingThatIsNotListed() {
    assertThat(pages.at("/static/../Pages.class")).isEmpty();
    assertThat(pages.at("/static/index.html")).isEmpty();
  }
}
