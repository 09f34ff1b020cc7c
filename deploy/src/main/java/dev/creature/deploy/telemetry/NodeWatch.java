package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationId;

/**
 * What a node tells of itself besides the events of its conversations. Called on the way of the
 * sound: no call blocks, and none throws.
 */
public interface NodeWatch {
  /** Nobody watches. */
  NodeWatch NONE =
      new NodeWatch() {
        @Override
        public void seats(int taken, int free) {}

        @Override
        public void replyLeft(ConversationId conversation, int turn, long atMillis) {}

        @Override
        public void frameLate(ConversationId conversation, int turn, long lateMillis) {}

        @Override
        public void kept(ConversationId conversation, int turn) {}

        @Override
        public void conversationEnded(ConversationId conversation) {}
      };

  /** So many conversations are open, and so many more are welcome just now. */
  void seats(int taken, int free);

  /** The first sound of a reply left for the listener, on the conversation's clock. */
  void replyLeft(ConversationId conversation, int turn, long atMillis);

  /** A frame left for the listener when the one before had sounded to its end already. */
  void frameLate(ConversationId conversation, int turn, long lateMillis);

  /** What the user said in this turn is stored. */
  void kept(ConversationId conversation, int turn);

  /** Nothing more comes of it. */
  void conversationEnded(ConversationId conversation);
}
