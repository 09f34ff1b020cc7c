package dev.creature.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Downloads a file by its address. What a run that broke off has left is gone on from, where the
 * server can do that.
 */
final class HttpDownload {
  private static final int ATTEMPTS = 4;
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long TELL_EVERY_BYTES = 1 << 20;

  private final URI address;
  private final Path part;
  private final Consumer<FetchEvent> listener;

  /**
   * Prepares a download.
   *
   * @param address of the file, http or https
   * @param part where its bytes are gathered; kept when the download breaks off
   */
  HttpDownload(URI address, Path part, Consumer<FetchEvent> listener) {
    this.address = address;
    this.part = part;
    this.listener = listener;
  }

  /**
   * Downloads to the end.
   *
   * @throws FetchFailure when the server says no or can't be reached
   * @throws IOException when the disk can't be written
   */
  void run() throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIMEOUT)
            .build()) {
      for (int attempt = 1; ; attempt++) {
        try {
          attempt(client);
          return;
        } catch (NetworkTrouble e) {
          if (attempt == ATTEMPTS) {
            throw new FetchFailure(
                "could not fetch %s: %s; run this again, which goes on from the %,d bytes that have arrived"
                    .formatted(address, e.getMessage(), gathered()),
                e);
          }
        }
      }
    }
  }

  private void attempt(HttpClient client) throws IOException {
    long have = gathered();
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> response = send(client, request.build());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case PARTIAL_CONTENT -> gather(response, body, have);
        case OK -> {
          Files.deleteIfExists(part);
          gather(response, body, 0);
        }
        case RANGE_NOT_SATISFIABLE -> {
          // Nothing lies behind what is here: it is whole, or of another file; its hash will tell.
        }
        default ->
            throw new FetchFailure(
                address + ": the server answers " + response.statusCode() + "; check the address");
      }
    }
  }

  private void gather(HttpResponse<InputStream> response, InputStream body, long have)
      throws IOException {
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    long total = length < 0 ? have : have + length;
    listener.accept(new FetchEvent.Started(address.toString(), total));
    long done = have;
    long told = have;
    try (OutputStream out =
        Files.newOutputStream(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        out.write(buffer, 0, read);
        done += read;
        if (done - told >= TELL_EVERY_BYTES) {
          told = done;
          listener.accept(new FetchEvent.Advanced(address.toString(), done, total));
        }
      }
    }
    if (length >= 0 && done < total) {
      throw new NetworkTrouble(new IOException("the connection ended early"));
    }
    listener.accept(new FetchEvent.Arrived(address.toString(), done));
  }

  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
      throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new NetworkTrouble(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static int read(InputStream body, byte[] buffer) throws NetworkTrouble {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new NetworkTrouble(e);
    }
  }

  private long gathered() throws IOException {
    return Files.isRegularFile(part) ? Files.size(part) : 0;
  }

  /** The way there is at fault, not the disk here. */
  private static final class NetworkTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    NetworkTrouble(IOException cause) {
      super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
  }
}
