package blog;

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
 * The generated base class of {@link Address}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class AddressBase extends ManagedEntity {
    private static final int ID = 0;
    private static final int EMAIL = 1;
    private static final int USER_ID = 2;
    private static final int USER = 3;

    private Long id;
    private String email;
    private Long userId;
    private User user;

    /** For {@link Address} only. */
    protected AddressBase() {}

    /** Returns {@code id}, column {@code id}. */
    public Long id() {
        if (($unloaded & (1L << ID)) != 0) {
            $load(ID);
        }
        return id;
    }

    /** Sets {@code id}, column {@code id}. */
    protected Address id(Long id) {
        if ($isListened()) {
            id = $listened(ID, id);
        }
        if ($tracked) {
            $write(ID, this.id, id);
        } else {
            $changed |= 1L << ID;
        }
        this.id = id;
        return (Address) this;
    }

    /** Returns {@code email}, column {@code email_address}. */
    public String email() {
        if (($unloaded & (1L << EMAIL)) != 0) {
            $load(EMAIL);
        }
        return email;
    }

    /** Sets {@code email}, column {@code email_address}. */
    public Address email(String email) {
        if ($isListened()) {
            email = $listened(EMAIL, email);
        }
        if ($tracked) {
            $write(EMAIL, this.email, email);
        } else {
            $changed |= 1L << EMAIL;
        }
        this.email = email;
        return (Address) this;
    }

    /** Returns {@code userId}, column {@code user_id}. */
    public Long userId() {
        if (($unloaded & (1L << USER_ID)) != 0) {
            $load(USER_ID);
        }
        return userId;
    }

    /** Sets {@code userId}, column {@code user_id}. */
    public Address userId(Long userId) {
        if ($isListened()) {
            userId = $listened(USER_ID, userId);
        }
        if ($tracked) {
            $write(USER_ID, this.userId, userId);
        } else {
            $changed |= 1L << USER_ID;
        }
        this.userId = userId;
        return (Address) this;
    }

    /** Returns {@code user}, the related {@link User}. */
    public User user() {
        if (($unloaded & (1L << USER)) != 0) {
            $load(USER);
        }
        return user;
    }

    /** Sets {@code user}, the related {@link User}. */
    public Address user(User user) {
        $assign(USER, user);
        return (Address) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Address_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case ID -> id;
            case EMAIL -> email;
            case USER_ID -> userId;
            case USER -> user;
            default -> throw new IllegalArgumentException("Address has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case ID -> id = (Long) value;
            case EMAIL -> email = (String) value;
            case USER_ID -> userId = (Long) value;
            case USER -> user = (User) value;
            default -> throw new IllegalArgumentException("Address has no such attribute: " + attribute);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return null;
    }

    @Override
    protected void $read(RowReader in, int at) {
        $read(in.getLong(at), in, at);
    }

    @Override
    protected void $read(long key, RowReader in, int at) {
        id = key;
        email = in.getString(at + 1);
        userId = in.getLongOrNull(at + 2);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case ID -> id = in.getLongOrNull(at);
            case EMAIL -> email = in.getString(at);
            case USER_ID -> userId = in.getLongOrNull(at);
            default -> throw new IllegalArgumentException("Address has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case ID -> {
                if (id == null) {
                    out.setNull();
                } else {
                    out.setLong(id);
                }
            }
            case EMAIL -> out.setString(email);
            case USER_ID -> {
                if (userId == null) {
                    out.setNull();
                } else {
                    out.setLong(userId);
                }
            }
            default -> throw new IllegalArgumentException("Address has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code Address[id=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
