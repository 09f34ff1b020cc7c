package dev.creature.models.store;

/** A model that was never fetched onto this machine. The message says how to get it. */
public final class MissingModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says so.
   *
   * @param modelId the id in the catalog
   * @param folder where it was looked for
   */
  public MissingModel(String modelId, ModelFolder folder) {
    this(modelId, folder, "");
  }

  /**
   * Says so of a model that is not fetched unless it is asked for.
   *
   * @param set the name of the set in the catalog that it belongs to
   */
  public MissingModel(String modelId, ModelFolder folder, String set) {
    super(
        "the model "
            + modelId
            + " is not in "
            + folder.root()
            + "; run `./creature models pull"
            + (set.isEmpty() ? "" : " " + set)
            + "` to fetch it");
  }
}
