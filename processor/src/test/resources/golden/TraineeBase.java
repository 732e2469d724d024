package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.EntityDefinition;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Trainee}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class TraineeBase extends Engineer {
    /** For {@link Trainee} only. */
    protected TraineeBase() {}

    /** The name. */
    @Override
    public Trainee name(String name) {
        super.name(name);
        return (Trainee) this;
    }

    /** Sets {@code id}, column {@code id}. */
    @Override
    protected Trainee id(Long id) {
        super.id(id);
        return (Trainee) this;
    }

    /** Sets {@code team}, the related {@link Team}. */
    @Override
    public Trainee team(@Nullable Team team) {
        super.team(team);
        return (Trainee) this;
    }

    /** What is spoken. */
    @Override
    public Trainee language(String language) {
        super.language(language);
        return (Trainee) this;
    }

    /** Sets {@code level}, column {@code level}. */
    @Override
    public Trainee level(int level) {
        super.level(level);
        return (Trainee) this;
    }

    /** Sets {@code address}, columns {@code address_street}, {@code address_city}. */
    @Override
    public Trainee address(@Nullable Address address) {
        super.address(address);
        return (Trainee) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Trainee_.DEFINITION;
    }
}
