package dev.creature.models.catalog;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All models that this program knows.
 *
 * @param models in the order in which they are shown
 */
public record ModelCatalog(List<CatalogModel> models) {
  private static final String RESOURCE = "catalog.json";

  public ModelCatalog {
    models = List.copyOf(models);
    Set<String> seen = new HashSet<>();
    for (CatalogModel model : models) {
      if (!seen.add(model.id())) {
        throw new IllegalArgumentException("two models are called " + model.id());
      }
    }
  }

  /** The catalog that belongs to this version of the program. */
  public static ModelCatalog load() {
    try (InputStream json = ModelCatalog.class.getResourceAsStream(RESOURCE)) {
      if (json == null) {
        throw new IllegalStateException("the program was packed without its " + RESOURCE);
      }
      return JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build()
          .readValue(json, ModelCatalog.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's " + RESOURCE + " cannot be read", e);
    }
  }

  /** The model of this id. */
  public Optional<CatalogModel> find(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * The models that a user asks for.
   *
   * @param names ids, names of sets, or {@code all}; without any, the default set
   * @throws IllegalArgumentException when a name is unknown; the message says which there are
   */
  public SequencedSet<CatalogModel> named(List<String> names) {
    SequencedSet<CatalogModel> named = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? List.of(setName(ModelSet.DEFAULT)) : names) {
      List<CatalogModel> found = models.stream().filter(model -> answersTo(model, name)).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "no model or set is called `" + name + "`; there are " + String.join(", ", names()));
      }
      named.addAll(found);
    }
    return named;
  }

  /** Everything that {@link #named} knows. */
  public List<String> names() {
    return Stream.concat(
            Stream.concat(
                Stream.of(ModelSet.values()).map(ModelCatalog::setName), Stream.of("all")),
            models.stream().map(CatalogModel::id))
        .collect(Collectors.toList());
  }

  private static boolean answersTo(CatalogModel model, String name) {
    return name.equals("all") || name.equals(setName(model.set())) || name.equals(model.id());
  }

  private static String setName(ModelSet set) {
    return set.name().toLowerCase(Locale.ROOT);
  }
}
