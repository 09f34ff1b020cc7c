package dev.creature.deploy.command;

import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.DeedParts;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.NodePlan;
import dev.creature.deploy.remote.RunningNode;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.runtime.ProcessEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and the nodes that it is, one after the other. A node that was cut off from the others
 * ends, because they go on without it; the process begins a new one with the voice that it has
 * already, which joins them as soon as they can be reached.
 */
final class NodeLives implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLives.class);

  /**
   * What a node does beside speaking.
   *
   * @param spoken whether it does what is said
   */
  record Embodiment(DeedParts parts, boolean spoken) {}

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final WebServer.Listen listen;
  private final DataFolder folder;
  private final NodePlan plan;
  private final Embodiment body;
  private final UpVoice voice;
  private final PrintWriter out;
  private final AtomicReference<Optional<Node>> now = new AtomicReference<>(Optional.empty());
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile CountDownLatch cutOff = new CountDownLatch(1);

  NodeLives(
      WebServer.Listen listen,
      DataFolder folder,
      NodePlan plan,
      Embodiment body,
      UpVoice voice,
      PrintWriter out) {
    this.listen = listen;
    this.folder = folder;
    this.plan = plan;
    this.body = body;
    this.voice = voice;
    this.out = out;
  }

  /** The first node; what it throws ends the command. */
  void first(Consumer<Node> greeting) throws IOException, GeneralSecurityException {
    Node node = Node.start(listen, folder, List.of(), plan);
    now.set(Optional.of(node));
    follow(node);
    Runtime.getRuntime().addShutdownHook(new Thread(this::goodbye, "goodbye"));
    greeting.accept(node);
  }

  /** Speaks, and goes on through as many nodes as it takes, until the process is to end. */
  void untilStopped() throws IOException, InterruptedException {
    Node node = now.get().orElseThrow();
    var deedWords = node.embody(folder, body.parts(), body.spoken());
    RunningNode.announce(folder.path(), node.localUrl());
    // On the pages, too, it is to be seen why it does not answer yet.
    voice.options().models().tellToo(node::prepares);
    try (UpVoice.Ready open = voice.open()) {
      open.answerDeedsWith(deedWords);
      open.show(node);
      node.speakWith(open.engine());
      out.println("ready " + node.localUrl() + "/");
      out.flush();
      while (!awaitCutOff()) {
        out.println("the other nodes went on without this one; it joins them again");
        out.flush();
        now.get().ifPresent(Node::close);
        now.set(Optional.empty());
        next(open);
      }
    } finally {
      RunningNode.withdraw(folder.path());
    }
  }

  /** Whether the process is to end; otherwise the node was cut off. */
  private boolean awaitCutOff() throws InterruptedException {
    while (cutOff.getCount() > 0) {
      if (stopped.await(100, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return stopped.getCount() == 0;
  }

  private void next(UpVoice.Ready open) throws InterruptedException {
    cutOff = new CountDownLatch(1);
    while (!over.get()) {
      try {
        Node node = Node.start(listen, folder, List.of(), plan);
        now.set(Optional.of(node));
        follow(node);
        open.answerDeedsWith(node.embody(folder, body.parts(), body.spoken()));
        open.show(node);
        node.speakWith(open.engine());
        return;
      } catch (IOException | GeneralSecurityException | RuntimeException notYet) {
        LOG.warn("cannot be a node again yet: {}", notYet.toString());
        now.getAndSet(Optional.empty()).ifPresent(Node::close);
        if (stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  private void follow(Node node) {
    CountDownLatch mine = cutOff;
    node.whenCutOff(mine::countDown);
  }

  /** Ctrl-C and its kin: the node says goodbye, then the process ends with 0. */
  private void goodbye() {
    if (over.compareAndSet(false, true)) {
      out.println();
      out.println("goodbye");
      out.flush();
      now.get().ifPresent(Node::close);
      stopped.countDown();
      ProcessEnd.rest();
      // A process that a signal ends would report the signal; it was asked to end, and has.
      QuickExit.with(ExitCode.DONE.code());
    }
  }

  @Override
  public void close() {
    // The command ends by itself: whatever its exit code is, it stays.
    if (over.compareAndSet(false, true)) {
      now.get().ifPresent(Node::close);
    }
  }
}
