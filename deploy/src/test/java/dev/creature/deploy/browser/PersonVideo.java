package dev.creature.deploy.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a made-up camera sees: a person at the left of its picture, then at the right. */
final class PersonVideo {
  private static final String SCENE =
      "color=gray:s=320x240:r=10:d=10[room];[0]scale=150:150[person];"
          + "[room][person]overlay=x='if(lt(t,5),0,170)':y=45,format=yuv420p";

  private PersonVideo() {}

  /** The program that makes it, where it is installed. */
  static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, "ffmpeg"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Ten seconds of it, as a file that Chromium takes for a camera, again and again. */
  static Path write(Path ffmpeg, Path folder) throws IOException, InterruptedException {
    Path picture = folder.resolve("person.jpg");
    try (InputStream in =
        Objects.requireNonNull(PersonVideo.class.getResourceAsStream("person.jpg"))) {
      Files.copy(in, picture);
    }
    Path video = folder.resolve("person.y4m");
    Process process =
        new ProcessBuilder(
                List.of(
                    ffmpeg.toString(),
                    "-loglevel",
                    "error",
                    "-i",
                    picture.toString(),
                    "-filter_complex",
                    SCENE,
                    video.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("ffmpeg.txt").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(Files.readString(folder.resolve("ffmpeg.txt")));
    }
    return video;
  }
}
