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
    super(
        "the model "
            + modelId
            + " is not in "
            + folder.root()
            + "; run `./creature models pull` to fetch it");
  }
}
