package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Boat}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class BoatBase extends ManagedEntity {
    private static final int CODE = 0;
    private static final int KIND = 1;
    private static final int NAME = 2;

    private String code;
    private Boat.Kind kind;
    private String name;

    /** For {@link Boat} only. */
    protected BoatBase() {}

    /** Returns {@code code}, column {@code code}. */
    public String getCode() {
        if (($unloaded & (1L << CODE)) != 0) {
            $load(CODE);
        }
        return code;
    }

    /** Sets {@code code}, column {@code code}. */
    public void setCode(String code) {
        if ($isListened()) {
            code = $listened(CODE, code);
        }
        if ($tracked) {
            $write(CODE, this.code, code);
        } else {
            $changed |= 1L << CODE;
        }
        this.code = code;
    }

    /** Returns {@code kind}, column {@code kind}. */
    public Boat.Kind getKind() {
        if (($unloaded & (1L << KIND)) != 0) {
            $load(KIND);
        }
        return kind != null ? kind : (Boat.Kind) $discriminator();
    }

    /** Returns {@code name}, column {@code name}. */
    public String getName() {
        if (($unloaded & (1L << NAME)) != 0) {
            $load(NAME);
        }
        return name;
    }

    /** Sets {@code name}, column {@code name}. */
    public void setName(String name) {
        if ($isListened()) {
            name = $listened(NAME, name);
        }
        if ($tracked) {
            $write(NAME, this.name, name);
        } else {
            $changed |= 1L << NAME;
        }
        this.name = name;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Boat_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case CODE -> code;
            case KIND -> kind;
            case NAME -> name;
            default -> throw new IllegalArgumentException("Boat has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case CODE -> code = (String) value;
            case KIND -> kind = (Boat.Kind) value;
            case NAME -> name = (String) value;
            default -> throw new IllegalArgumentException("Boat has no such attribute: " + attribute);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return null;
    }

    @Override
    protected void $read(RowReader in, int at) {
        code = in.getString(at);
        kind = in.get(at + 1);
        name = in.getString(at + 2);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case CODE -> code = in.getString(at);
            case KIND -> kind = in.get(at);
            case NAME -> name = in.getString(at);
            default -> throw new IllegalArgumentException("Boat has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case CODE -> out.setString(code);
            case KIND -> out.set(kind);
            case NAME -> out.setString(name);
            default -> throw new IllegalArgumentException("Boat has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code Boat[code=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
