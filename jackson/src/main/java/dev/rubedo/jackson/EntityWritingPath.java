package dev.rubedo.jackson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.SerializationContext;

/** The objects that are being written, from the outermost to the innermost. Confined to one thread at a time. */
final class EntityWritingPath {

    private final Deque<Object> objects = new ArrayDeque<>();

    private EntityWritingPath() {}

    /** Returns the path of the call that writes. */
    static EntityWritingPath of(SerializationContext context) {
        if (context.getAttribute(EntityWritingPath.class) instanceof EntityWritingPath path) {
            return path;
        }
        var path = new EntityWritingPath();
        context.setAttribute(EntityWritingPath.class, path);
        return path;
    }

    boolean contains(Object object) {
        for (Object one : objects) {
            if (one == object) {
                return true;
            }
        }
        return false;
    }

    void enter(Object object) {
        objects.push(object);
    }

    void leave(Object object) {
        if (objects.pop() != object) {
            throw new IllegalStateException("The path of written objects is out of order.");
        }
    }

    @Override
    public String toString() {
        return StreamSupport.stream(((Iterable<Object>) objects::descendingIterator).spliterator(), false)
                .map(Object::toString).collect(Collectors.joining(" -> "));
    }
}
