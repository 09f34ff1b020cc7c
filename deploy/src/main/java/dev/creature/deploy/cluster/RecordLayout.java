package dev.creature.deploy.cluster;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRefResolver;

/**
 * A record on the wire: how many components, how many bytes, and the components in their order. A
 * node of the version before leaves out what it does not know and skips what it cannot read, so old
 * and new nodes may talk while they are updated: new components come at the end.
 *
 * @param <T> the record
 */
final class RecordLayout<T> extends Serializer<T> {
  private final List<RecordComponent> components;
  private final Constructor<T> constructor;
  private final ValueLayout values;

  RecordLayout(Class<T> type, ActorRefResolver actors) {
    super(false, true);
    this.components = List.of(type.getRecordComponents());
    this.values = new ValueLayout(actors);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
    constructor.setAccessible(true);
    components.forEach(component -> component.getAccessor().setAccessible(true));
  }

  @Override
  public void write(Kryo kryo, Output output, T record) {
    Output body = new Output(128, -1);
    for (RecordComponent component : components) {
      values.write(kryo, body, component.getGenericType(), valueOf(component, record));
    }
    output.writeVarInt(components.size(), true);
    output.writeVarInt(body.position(), true);
    output.writeBytes(body.getBuffer(), 0, body.position());
  }

  @Override
  public T read(Kryo kryo, Input input, Class<? extends T> type) {
    int written = input.readVarInt(true);
    int length = input.readVarInt(true);
    // What a peer says of its length is not believed further than its bytes go.
    if (length < 0 || length > input.limit() - input.position()) {
      throw new IllegalArgumentException("a " + type.getSimpleName() + " is cut off");
    }
    Input body = new Input(input.readBytes(length));
    Object[] parts = new Object[components.size()];
    for (int i = 0; i < parts.length; i++) {
      Type wanted = components.get(i).getGenericType();
      parts[i] = i < written ? values.read(kryo, body, wanted) : ValueLayout.missing(wanted);
    }
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " with " + Arrays.toString(parts), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object valueOf(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
