package dev.creature.deploy.cluster;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;

/** A component of a record on the wire, by its declared type. */
record ValueLayout(ActorRefResolver actors) {
  void write(Kryo kryo, Output output, Type type, Object value) {
    Class<?> raw = raw(type);
    if (raw == String.class) {
      output.writeString((String) value);
    } else if (raw == int.class || raw == Integer.class) {
      output.writeVarInt((Integer) value, false);
    } else if (raw == long.class || raw == Long.class) {
      output.writeVarLong((Long) value, false);
    } else if (raw == double.class || raw == Double.class) {
      output.writeDouble((Double) value);
    } else if (raw == boolean.class || raw == Boolean.class) {
      output.writeBoolean((Boolean) value);
    } else if (raw.isEnum()) {
      output.writeString(((Enum<?>) value).name());
    } else if (raw == Optional.class) {
      Optional<?> optional = (Optional<?>) value;
      output.writeBoolean(optional.isPresent());
      optional.ifPresent(present -> write(kryo, output, argument(type, 0), present));
    } else if (raw == List.class) {
      Collection<?> list = (Collection<?>) value;
      output.writeVarInt(list.size(), true);
      list.forEach(each -> write(kryo, output, argument(type, 0), each));
    } else if (raw == Map.class || raw == SequencedMap.class) {
      Map<?, ?> map = (Map<?, ?>) value;
      output.writeVarInt(map.size(), true);
      map.forEach((key, each) -> {
        write(kryo, output, argument(type, 0), key);
        write(kryo, output, argument(type, 1), each);
      });
    } else if (raw == ActorRef.class) {
      output.writeString(actors.toSerializationFormat((ActorRef<?>) value));
    } else {
      kryo.writeClassAndObject(output, value);
    }
  }

  Object read(Kryo kryo, Input input, Type type) {
    Class<?> raw = raw(type);
    if (raw == String.class) {
      return input.readString();
    } else if (raw == int.class || raw == Integer.class) {
      return input.readVarInt(false);
    } else if (raw == long.class || raw == Long.class) {
      return input.readVarLong(false);
    } else if (raw == double.class || raw == Double.class) {
      return input.readDouble();
    } else if (raw == boolean.class || raw == Boolean.class) {
      return input.readBoolean();
    } else if (raw.isEnum()) {
      return constant(raw, input.readString());
    } else if (raw == Optional.class) {
      return input.readBoolean()
          ? Optional.of(read(kryo, input, argument(type, 0)))
          : Optional.empty();
    } else if (raw == List.class) {
      int size = size(input);
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(read(kryo, input, argument(type, 0)));
      }
      return list;
    } else if (raw == Map.class || raw == SequencedMap.class) {
      int size = size(input);
      Map<Object, Object> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        Object key = read(kryo, input, argument(type, 0));
        map.put(key, read(kryo, input, argument(type, 1)));
      }
      return map;
    } else if (raw == ActorRef.class) {
      return actors.resolveActorRef(input.readString());
    }
    return kryo.readClassAndObject(input);
  }

  /** What stands for a component that an older node did not send. */
  static Object missing(Type type) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      return Optional.empty();
    } else if (raw == List.class) {
      return List.of();
    } else if (raw == Map.class || raw == SequencedMap.class) {
      return new TreeMap<>();
    } else if (raw == String.class) {
      return "";
    } else if (raw == int.class) {
      return 0;
    } else if (raw == long.class) {
      return 0L;
    } else if (raw == double.class) {
      return 0.0;
    } else if (raw == boolean.class) {
      return false;
    }
    throw new IllegalArgumentException("a " + raw.getSimpleName() + " cannot be missing");
  }

  private static Object constant(Class<?> raw, String name) {
    for (Object constant : raw.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(raw.getSimpleName() + " knows no " + name);
  }

  private static int size(Input input) {
    int size = input.readVarInt(true);
    if (size < 0 || size > input.limit() - input.position()) {
      throw new IllegalArgumentException("more elements than bytes");
    }
    return size;
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> Object.class;
    };
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
