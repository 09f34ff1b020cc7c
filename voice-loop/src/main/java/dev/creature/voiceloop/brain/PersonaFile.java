package dev.creature.voiceloop.brain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a persona from a text file that people write; its form is described in {@code
 * docs/brain.md}.
 */
public final class PersonaFile {
  /** More than this the small model's memory cannot hold beside a conversation, in characters. */
  static final int LONGEST_PROMPT_CHARACTERS = 4000;

  private static final int LONGEST_FILE_BYTES = 256 * 1024;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private static final Set<String> PLACEHOLDERS =
      Set.of("name", "moment", "daypart", "time", "date", "year");

  private enum Section {
    BEFORE_NAME,
    ABOUT,
    UNCLEAR,
    LOST,
    EXAMPLES,
    MORE_EXAMPLES
  }

  private final String file;
  private final StringBuilder about = new StringBuilder();
  private final List<String> unclear = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<Persona.Example> always = new ArrayList<>();
  private final List<Persona.Example> examples = new ArrayList<>();
  private String name = "";
  private Section section = Section.BEFORE_NAME;
  private Optional<List<String>> question = Optional.empty();
  private int line;

  private PersonaFile(String file) {
    this.file = file;
  }

  /** The persona that comes with the creature. */
  public static Persona ofDefault() {
    try (InputStream in = PersonaFile.class.getResourceAsStream("persona.md")) {
      if (in == null) {
        throw new IllegalStateException("persona.md is missing in this build");
      }
      return parse("persona.md", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a user's persona.
   *
   * @throws BadPersona when the file cannot be read or is not in the form described
   */
  public static Persona read(Path file) {
    try {
      if (Files.size(file) > LONGEST_FILE_BYTES) {
        throw new BadPersona(file + ": a persona has at most 256 KB; shorten it");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return parse(file.toString(), text);
    } catch (CharacterCodingException e) {
      throw new BadPersona(file + ": is not UTF-8 text; save it as such");
    } catch (IOException e) {
      throw new BadPersona(file + ": cannot be read; name a readable persona file");
    }
  }

  /**
   * Reads a persona's text.
   *
   * @param file what to call it in errors
   */
  static Persona parse(String file, String text) {
    PersonaFile reader = new PersonaFile(file);
    text.lines().forEach(reader::line);
    return reader.end();
  }

  private void line(String raw) {
    line++;
    String text = raw.strip();
    if (line == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1).strip();
    }
    if (text.startsWith("<!--") && text.endsWith("-->")) {
      return;
    }
    if (text.startsWith("## ")) {
      heading(text.substring(3).strip());
    } else if (text.startsWith("# ")) {
      title(text.substring(2).strip());
    } else if (!text.isEmpty()) {
      content(text);
    }
  }

  private void title(String title) {
    if (section != Section.BEFORE_NAME) {
      throw wrong("a second name; only the first line starts with one #");
    }
    if (title.isEmpty() || title.length() > 40) {
      throw wrong("the name must have 1 to 40 characters");
    }
    name = title;
    section = Section.ABOUT;
  }

  private void heading(String heading) {
    if (section == Section.BEFORE_NAME) {
      throw wrong("the file must begin with the name, such as: # Pip");
    }
    noOpenQuestion();
    section =
        switch (heading.toLowerCase(Locale.ROOT)) {
          case "unclear" -> Section.UNCLEAR;
          case "lost" -> Section.LOST;
          case "examples" -> Section.EXAMPLES;
          case "more examples" -> Section.MORE_EXAMPLES;
          default ->
              throw wrong(
                  "unknown section \""
                      + heading
                      + "\"; there are Unclear, Lost, Examples, More examples");
        };
  }

  private void content(String text) {
    placeholders(text);
    switch (section) {
      case BEFORE_NAME -> throw wrong("the file must begin with the name, such as: # Pip");
      case ABOUT -> about.append(about.isEmpty() ? "" : " ").append(text);
      case UNCLEAR -> unclear.add(bullet(text));
      case LOST -> lost.add(bullet(text));
      case EXAMPLES -> example(text, always);
      case MORE_EXAMPLES -> example(text, examples);
    }
  }

  private String bullet(String text) {
    if (!text.startsWith("- ") || text.length() < 4) {
      throw wrong("lines of this section begin with \"- \"");
    }
    return text.substring(2).strip();
  }

  private void example(String text, List<Persona.Example> to) {
    if (text.startsWith("User:")) {
      noOpenQuestion();
      question = Optional.of(ways(said(text, "User:")));
    } else if (text.startsWith("Creature:")) {
      List<String> user =
          question.orElseThrow(() -> wrong("\"Creature:\" without a \"User:\" line before it"));
      to.add(new Persona.Example(user, ways(said(text, "Creature:"))));
      question = Optional.empty();
    } else {
      throw wrong("lines of the examples begin with \"User:\" or \"Creature:\"");
    }
  }

  private List<String> ways(String text) {
    List<String> ways =
        List.of(text.split("(?:^|\\s)/(?:\\s|$)", -1)).stream().map(String::strip).toList();
    if (ways.contains("")) {
      throw wrong("nothing is said before or after \" / \"");
    }
    return ways;
  }

  private String said(String text, String label) {
    String words = text.substring(label.length()).strip();
    if (words.isEmpty()) {
      throw wrong("nothing is said after \"" + label + "\"");
    }
    return words;
  }

  private void placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      if (!PLACEHOLDERS.contains(matcher.group(1))) {
        throw wrong(
            "unknown {"
                + matcher.group(1)
                + "}; there are {name}, {moment}, {daypart}, {time}, {date}, {year}");
      }
    }
  }

  private void noOpenQuestion() {
    if (question.isPresent()) {
      throw wrong("the \"User:\" line before has no \"Creature:\" line");
    }
  }

  private Persona end() {
    noOpenQuestion();
    if (section == Section.BEFORE_NAME) {
      throw wrong("the file is empty; it must begin with the name, such as: # Pip");
    }
    require(!about.isEmpty(), "nothing is said about " + name + " below its name");
    require(!unclear.isEmpty(), "the section ## Unclear with at least one line is missing");
    require(!lost.isEmpty(), "the section ## Lost with at least one line is missing");
    int characters =
        about.length()
            + always.stream()
                .mapToInt(e -> e.questions().getFirst().length() + e.answers().getFirst().length())
                .sum();
    require(
        characters <= LONGEST_PROMPT_CHARACTERS,
        "description and Examples have "
            + characters
            + " characters, more than the "
            + LONGEST_PROMPT_CHARACTERS
            + " that a small model can keep in mind; move some to More examples");
    return new Persona(name, about.toString(), unclear, lost, always, examples);
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      throw new BadPersona(file + ": " + otherwise);
    }
  }

  private BadPersona wrong(String what) {
    return new BadPersona(file + ":" + Math.max(1, line) + ": " + what);
  }
}
