package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.collection.TrackedList;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Manager}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class ManagerBase extends Employee {
    private static final int LEADS = 8;

    private TrackedList<Team> leads;

    /** For {@link Manager} only. */
    protected ManagerBase() {}

    /** Returns {@code leads}, the related {@link Team} objects. */
    public List<Team> leads() {
        if (leads == null) {
            leads = new TrackedList<>(this, LEADS);
        }
        return leads;
    }

    /** The name. */
    @Override
    public Manager name(String name) {
        super.name(name);
        return (Manager) this;
    }

    /** Sets {@code id}, column {@code id}. */
    @Override
    protected Manager id(Long id) {
        super.id(id);
        return (Manager) this;
    }

    /** Sets {@code team}, the related {@link Team}. */
    @Override
    public Manager team(@Nullable Team team) {
        super.team(team);
        return (Manager) this;
    }

    /** Sets {@code address}, columns {@code address_street}, {@code address_city}. */
    @Override
    public Manager address(@Nullable Address address) {
        super.address(address);
        return (Manager) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Manager_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case LEADS -> leads;
            default -> super.$get(attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            default -> super.$put(attribute, value);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return switch (attribute) {
            case LEADS -> (RelatedCollection) leads();
            default -> super.$collection(attribute);
        };
    }
}
