package dev.creature.models.whisper;

import dev.creature.models.whisper.DecoderCache.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One greedy pass over a piece of sound, a step at a time; each step is one run of the decoder.
 *
 * <p>A step hands over the last token together with the draft of what may follow, and takes as much
 * of the draft as the decoder itself would have said. The words are those of decoding token by
 * token, whatever the draft. Belongs to one thread at a time; close it, finished or not.
 */
public final class Pass implements AutoCloseable {
  /** Where, after a wrong token of the draft, the right one is looked for to go on from. */
  private static final int RESUME_WITHIN = 3;

  private final DecoderCache cache;
  private final PassOptions options;
  private final Function<Outcome, Transcript> completion;
  private final List<Integer> tokens;
  private final List<Float> logProbabilities = new ArrayList<>();
  private final List<float[]> attention = new ArrayList<>();
  private List<Integer> fresh;
  private List<Integer> draft;
  private double noSpeech;
  private int decoderRuns;
  private boolean finished;

  /**
   * Starts a pass.
   *
   * @param cache with the encoded sound; this class closes it
   * @param completion makes the transcript
   */
  Pass(DecoderCache cache, PassOptions options, Function<Outcome, Transcript> completion) {
    this.cache = cache;
    this.completion = completion;
    this.options = options;
    this.tokens = new ArrayList<>(options.prefix());
    this.fresh = new ArrayList<>(WhisperTokens.PROMPT);
    this.fresh.addAll(options.prefix());
    this.draft = options.draft();
  }

  /**
   * Runs the decoder once.
   *
   * @return whether another step is needed
   */
  public boolean step() {
    if (finished) {
      return false;
    }
    boolean first = decoderRuns == 0;
    int room = Math.max(0, options.maxTokens() - tokens.size());
    List<Integer> tried = draft.subList(0, Math.min(draft.size(), room));
    List<Integer> given = new ArrayList<>(fresh);
    given.addAll(tried);
    int position = first ? 0 : WhisperTokens.PROMPT.size() + tokens.size() - fresh.size();
    // The first step needs all rows: that of the start for "no speech", those of the prefix for
    // their probabilities. Later steps need what comes after the last token that stands.
    int firstRow = first ? 0 : fresh.size() - 1;
    Rows rows =
        cache.run(
            given.stream().mapToInt(Integer::intValue).toArray(),
            position,
            firstRow,
            options.wordTimes());
    decoderRuns++;
    if (first) {
      noSpeech = Math.exp(rows.noSpeech());
      takePrefix(rows);
    }
    takeDraft(rows, tried, fresh.size() - 1, firstRow);
    finished |= Repetition.isLoop(tokens);
    return !finished;
  }

  /** How many times the decoder has run: what a draft saves. */
  public int decoderRuns() {
    return decoderRuns;
  }

  /** What was recognised; complete when {@link #step} has returned false. */
  public Transcript transcript() {
    return completion.apply(
        new Outcome(
            List.copyOf(tokens), List.copyOf(logProbabilities), List.copyOf(attention), noSpeech));
  }

  /**
   * What the decoder has yielded.
   *
   * @param tokens prefix included
   * @param logProbabilities of the tokens and, when the pass came to it, of the end
   * @param attention for each of these, where the heads looked that follow words
   * @param noSpeechProbability 0 to 1
   */
  record Outcome(
      List<Integer> tokens,
      List<Float> logProbabilities,
      List<float[]> attention,
      double noSpeechProbability) {}

  @Override
  public void close() {
    cache.close();
  }

  private void takePrefix(Rows rows) {
    int before = WhisperTokens.PROMPT.size() - 1;
    IntStream.range(0, tokens.size())
        .forEach(i -> {
          float score = rows.scores()[before + i][DecoderGraph.CANDIDATES - 1];
          for (int j = 0; j < DecoderGraph.CANDIDATES; j++) {
            if (rows.candidates()[before + i][j] == tokens.get(i)) {
              score = rows.scores()[before + i][j];
            }
          }
          note(score, rows, before + i);
        });
  }

  private void takeDraft(Rows rows, List<Integer> tried, int lastFresh, int firstRow) {
    for (int i = 0; i <= tried.size(); i++) {
      int row = lastFresh + i - firstRow;
      Choice choice = choose(rows.candidates()[row], rows.scores()[row]);
      note(choice.logProbability(), rows, lastFresh + i);
      if (choice.token() == WhisperTokens.END) {
        finished = true;
        return;
      }
      tokens.add(choice.token());
      if (tokens.size() >= options.maxTokens()) {
        finished = true;
        return;
      }
      if (i == tried.size() || choice.token() != tried.get(i)) {
        cache.hideLast(tried.size() - i);
        fresh = List.of(choice.token());
        draft = resume(draft.subList(Math.min(i, draft.size()), draft.size()), choice.token());
        return;
      }
    }
  }

  private void note(float logProbability, Rows rows, int givenIndex) {
    logProbabilities.add(logProbability);
    if (options.wordTimes()) {
      attention.add(rows.attention()[givenIndex]);
    }
  }

  private record Choice(int token, float logProbability) {}

  private Choice choose(int[] candidates, float[] scores) {
    for (int i = 0; i < candidates.length; i++) {
      if (isAllowed(candidates[i])) {
        return new Choice(candidates[i], scores[i]);
      }
    }
    return new Choice(WhisperTokens.END, scores[scores.length - 1]);
  }

  private boolean isAllowed(int token) {
    if (tokens.isEmpty() && (token == WhisperTokens.END || token == WhisperTokens.SPACE)) {
      return false;
    }
    return options.mayRepeat()
        || token == WhisperTokens.END
        || !Repetition.wouldLoop(tokens, token);
  }

  /**
   * What of a draft may still be right after one of its tokens was wrong: what follows the right
   * token where the draft has it a little later (words were put in too early), else what follows
   * the wrong one (a word was replaced).
   */
  private static List<Integer> resume(List<Integer> rest, int right) {
    if (rest.isEmpty()) {
      return rest;
    }
    int near = rest.subList(0, Math.min(rest.size(), 1 + RESUME_WITHIN)).indexOf(right);
    return rest.subList(Math.max(near, 0) + 1, rest.size());
  }
}
