package dev.creature.deploy.cluster;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.Pool;
import dev.creature.actors.Crossing;
import java.io.NotSerializableException;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Kryo for what crosses from node to node: only classes that are registered, each by a number that
 * stays, records in the layout of {@link RecordLayout}. The manifest is the version of the form.
 */
public final class CrossingSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 7274;
  private static final String FORM = "1";

  private final Pool<Kryo> kryos;

  /** As the library makes it. */
  public CrossingSerializer(ExtendedActorSystem system) {
    // Found when it is needed: the typed system is not there yet while serializers are made.
    this.kryos =
        new Pool<>(true, false, 32) {
          @Override
          protected Kryo create() {
            return kryo(ActorRefResolver.get(Adapter.toTyped(system)));
          }
        };
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return FORM;
  }

  @Override
  public byte[] toBinary(Object message) {
    Kryo kryo = kryos.obtain();
    try {
      Output output = new Output(256, -1);
      kryo.writeClassAndObject(output, message);
      return output.toBytes();
    } finally {
      kryos.free(kryo);
    }
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    if (!manifest.equals(FORM)) {
      throw new NotSerializableException("a message in the form " + manifest + " is not known");
    }
    Kryo kryo = kryos.obtain();
    try {
      Object message = kryo.readClassAndObject(new Input(bytes));
      if (!(message instanceof Crossing)) {
        throw new NotSerializableException("a message that may not cross");
      }
      return message;
    } catch (RuntimeException malformed) {
      NotSerializableException refused = new NotSerializableException(malformed.toString());
      refused.initCause(malformed);
      throw refused;
    } finally {
      kryos.free(kryo);
    }
  }

  private static Kryo kryo(ActorRefResolver actors) {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(true);
    kryo.setReferences(false);
    kryo.setMaxDepth(40);
    Numbers.all().forEach((number, type) -> kryo.register(type, layout(type, actors), number));
    return kryo;
  }

  private static Serializer<?> layout(Class<?> type, ActorRefResolver actors) {
    return type.isEnum() ? new EnumLayout() : new RecordLayout<>(type, actors);
  }

  /** The one constant of a command without content. */
  private static final class EnumLayout extends Serializer<Object> {
    EnumLayout() {
      super(false, true);
    }

    @Override
    public void write(Kryo kryo, Output output, Object constant) {}

    @Override
    public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
      return type.getEnumConstants()[0];
    }
  }
}
