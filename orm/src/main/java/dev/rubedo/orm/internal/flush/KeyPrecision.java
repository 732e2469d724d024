package dev.rubedo.orm.internal.flush;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.type.SqlType;
import java.util.List;

/**
 * Cuts the keys of objects as their columns cut them, before they are written: the row is read with the cut key, and must be
 * found as the same object. Stateless.
 */
final class KeyPrecision {

    private KeyPrecision() {}

    /** Cuts the keys of objects that are about to be written; only points and times of the day have what can be cut. */
    static void keep(Mapper<?> mapper, List<ManagedEntity> objects, Codecs codecs) {
        for (int attribute : mapper.primaryKey()) {
            SqlType<?> type = mapper.column(attribute).type();
            if (type.family().isTemporal()) {
                keep(attribute, objects, codecs.codecFor(type));
            }
        }
    }

    // the value of an attribute is one of its column's type
    @SuppressWarnings("unchecked")
    private static <T> void keep(int attribute, List<ManagedEntity> objects, JdbcCodec<T> codec) {
        for (ManagedEntity object : objects) {
            Object value = EntityInternals.get(object, attribute);
            if (value != null) {
                T kept = codec.kept((T) value);
                if (!kept.equals(value)) {
                    EntityInternals.put(object, attribute, kept);
                }
            }
        }
    }
}
