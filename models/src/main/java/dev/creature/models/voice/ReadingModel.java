package dev.creature.models.voice;

import dev.creature.models.runtime.InferenceRuntime;
import java.nio.file.Path;

/**
 * What is needed to turn written English into phonemes.
 *
 * @param gold the checked lexicon
 * @param silver the derived lexicon, asked after the other
 * @param tagger parts of speech
 * @param unknownWords for words that neither lexicon has
 * @param tables tokens, abbreviations, units
 * @param accent whose English the lexicons hold
 */
public record ReadingModel(
    Pronunciations gold,
    Pronunciations silver,
    PartOfSpeechTagger tagger,
    UnknownWordReader unknownWords,
    WordTables tables,
    VoiceModel.Accent accent) {

  /**
   * Opens it.
   *
   * @param folder what {@link HibariAssembly} wrote
   */
  public static ReadingModel open(InferenceRuntime runtime, Path folder, VoiceModel.Accent accent) {
    String country =
        switch (accent) {
          case AMERICAN -> "us";
          case BRITISH -> "gb";
        };
    return new ReadingModel(
        new Pronunciations(ByteTable.open(folder.resolve(HibariAssembly.gold(country)))),
        new Pronunciations(ByteTable.open(folder.resolve(HibariAssembly.silver(country)))),
        new PartOfSpeechTagger(
            ByteTable.open(folder.resolve(HibariAssembly.TAGS)),
            ByteTable.open(folder.resolve(HibariAssembly.TAG_VOCABULARY)),
            ByteTable.open(folder.resolve(HibariAssembly.TAG_WEIGHTS))),
        new UnknownWordReader(
            runtime,
            folder.resolve(HibariAssembly.unknownWords(country)),
            ByteTable.open(folder.resolve(HibariAssembly.unknownWordCharacters(country)))),
        new WordTables(
            ByteTable.open(folder.resolve(HibariAssembly.TOKENS)),
            ByteTable.open(folder.resolve(HibariAssembly.NORMALIZATION))),
        accent);
  }
}
