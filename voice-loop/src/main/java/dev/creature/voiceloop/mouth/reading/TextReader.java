package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.ReadingModel;
import java.util.List;

/**
 * Reads written English: {@link SpokenForm}, the voice's published normalization, tokens, parts of
 * speech, lexicon. Thread-safe.
 */
public final class TextReader {
  private final PublishedNormalizer normalizer;
  private final PhonemeReader reader;

  /** A reader of what the model reads. */
  public TextReader(ReadingModel model) {
    this.normalizer = new PublishedNormalizer(model.tables());
    this.reader = new PhonemeReader(model);
  }

  /**
   * Reads a clause or sentence.
   *
   * @return how it is said, with positions in {@code text}; without phonemes when there is nothing
   *     to say
   */
  public Pronunciation read(String text) {
    return pronounce(normalizer.apply(SpokenForm.of(TracedText.of(text))));
  }

  /** Reads exactly as the published normalization does, without what is added here. */
  Pronunciation readAsPublished(String text) {
    return pronounce(normalizer.apply(TracedText.of(text)));
  }

  /** The text as it is said; plain numbers stay in digits. */
  public String inWords(String text) {
    return normalizer.apply(SpokenForm.of(TracedText.of(text))).text();
  }

  private Pronunciation pronounce(TracedText spoken) {
    Pronunciation pronunciation = reader.read(spoken.text());
    List<Pronunciation.Piece> pieces =
        pronunciation.pieces().stream()
            .map(piece ->
                new Pronunciation.Piece(
                    piece.from(),
                    piece.to(),
                    spoken.sourceStart(piece.sourceStart(), piece.sourceEnd()),
                    spoken.sourceEnd(piece.sourceStart(), piece.sourceEnd())))
            .toList();
    return new Pronunciation(pronunciation.phonemes(), pieces);
  }
}
