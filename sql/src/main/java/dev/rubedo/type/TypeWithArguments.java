package dev.rubedo.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class with type arguments, such as {@code Map<String, Integer>}, for {@link Types#json(Type)}. Immutable.
 *
 * @param type the class
 * @param arguments its type arguments, in order
 */
public record TypeWithArguments(Class<?> type, List<Type> arguments) implements ParameterizedType {

    /** Checks the number of arguments. */
    public TypeWithArguments {
        Objects.requireNonNull(type, "type");
        arguments = List.copyOf(arguments);
        if (type.getTypeParameters().length != arguments.size()) {
            throw new IllegalArgumentException(type.getName() + " has " + type.getTypeParameters().length
                    + " type parameters, but " + arguments.size() + " arguments were given");
        }
    }

    /** Returns a class with type arguments. */
    public static TypeWithArguments of(Class<?> type, Type... arguments) {
        return new TypeWithArguments(type, Arrays.asList(arguments));
    }

    @Override
    public Type[] getActualTypeArguments() {
        return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
        return type;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return type.getDeclaringClass();
    }

    @Override
    public String getTypeName() {
        return type.getName() + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }

    @Override
    public String toString() {
        return getTypeName();
    }
}
