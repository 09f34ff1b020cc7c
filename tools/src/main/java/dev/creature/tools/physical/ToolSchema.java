package dev.creature.tools.physical;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON schema (draft 2020-12) of what goes into a tool or comes out of it. Thread-safe. */
public final class ToolSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final String text;
  private final Schema schema;

  private ToolSchema(String text) {
    this.text = text;
    this.schema = REGISTRY.getSchema(text);
  }

  /** From its text. */
  public static ToolSchema of(String text) {
    return new ToolSchema(text);
  }

  /** From a resource beside this class. */
  static ToolSchema resource(String name) {
    try (InputStream in = ToolSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new ToolSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /**
   * Lets fitting JSON pass.
   *
   * @throws BadToolInput when it is not JSON or does not fit; names each place
   */
  public void check(String json) {
    List<Error> errors;
    try {
      errors = schema.validate(json, InputFormat.JSON);
    } catch (RuntimeException e) {
      throw new BadToolInput("not JSON");
    }
    if (!errors.isEmpty()) {
      throw new BadToolInput(
          errors.stream()
              .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
              .distinct()
              .collect(Collectors.joining("; ")));
    }
  }
}
