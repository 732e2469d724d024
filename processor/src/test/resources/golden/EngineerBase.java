package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Engineer}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class EngineerBase extends Employee {
    private static final int LANGUAGE = 8;
    private static final int LEVEL = 9;

    private String language;
    private int level;

    /** For {@link Engineer} only. */
    protected EngineerBase() {}

    /** What is spoken. */
    public String language() {
        if (($unloaded & (1L << LANGUAGE)) != 0) {
            $load(LANGUAGE);
        }
        return language;
    }

    /** What is spoken. */
    public Engineer language(String language) {
        if ($isListened()) {
            language = $listened(LANGUAGE, language);
        }
        if ($tracked) {
            $write(LANGUAGE, this.language, language);
        } else {
            $changed |= 1L << LANGUAGE;
        }
        this.language = language;
        return (Engineer) this;
    }

    /** Returns {@code level}, column {@code level}. */
    public int level() {
        if (($unloaded & (1L << LEVEL)) != 0) {
            $load(LEVEL);
        }
        return level;
    }

    /** Sets {@code level}, column {@code level}. */
    public Engineer level(int level) {
        if ($isListened()) {
            level = $listened(LEVEL, level);
        }
        if ($tracked) {
            $write(LEVEL, this.level, level);
        } else {
            $changed |= 1L << LEVEL;
        }
        this.level = level;
        return (Engineer) this;
    }

    /** The name. */
    @Override
    public Engineer name(String name) {
        name = Engineer.checkTitle(name);
        super.name(name);
        return (Engineer) this;
    }

    /** Sets {@code id}, column {@code id}. */
    @Override
    protected Engineer id(Long id) {
        super.id(id);
        return (Engineer) this;
    }

    /** Sets {@code team}, the related {@link Team}. */
    @Override
    public Engineer team(@Nullable Team team) {
        super.team(team);
        return (Engineer) this;
    }

    /** Sets {@code address}, columns {@code address_street}, {@code address_city}. */
    @Override
    public Engineer address(@Nullable Address address) {
        super.address(address);
        return (Engineer) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Engineer_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case LANGUAGE -> language;
            case LEVEL -> level;
            default -> super.$get(attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case LANGUAGE -> language = (String) value;
            case LEVEL -> level = value == null ? 0 : (int) value;
            default -> super.$put(attribute, value);
        }
    }

    @Override
    protected void $read(long key, RowReader in, int at) {
        super.$read(key, in, at);
        language = in.getString(at + 7);
        level = in.getInt(at + 8);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case LANGUAGE -> language = in.getString(at);
            case LEVEL -> level = in.getInt(at);
            default -> super.$read(attribute, in, at);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case LANGUAGE -> out.setString(language);
            case LEVEL -> out.setInt(level);
            default -> super.$bind(attribute, out);
        }
    }
}
