package blog;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Profile}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
abstract class ProfileBase extends ManagedEntity {
    private static final int ID = 0;
    private static final int BIO = 1;
    private static final int VISIBLE = 2;
    private static final int USER = 3;
    private static final int USER_ID = 4;

    private UUID id;
    private String bio;
    private boolean visible;
    private User user;
    private Long userId;

    /** For {@link Profile} only. */
    protected ProfileBase() {}

    /** Returns {@code id}, column {@code id}. */
    public UUID getId() {
        if (($unloaded & (1L << ID)) != 0) {
            $load(ID);
        }
        return id;
    }

    /** Sets {@code id}, column {@code id}. */
    public void setId(UUID id) {
        if ($isListened()) {
            id = $listened(ID, id);
        }
        if ($tracked) {
            $write(ID, this.id, id);
        } else {
            $changed |= 1L << ID;
        }
        this.id = id;
    }

    /** What others may know. */
    @Deprecated
    @Marked("bio")
    public String getBio() {
        if (($unloaded & (1L << BIO)) != 0) {
            $load(BIO);
        }
        return bio;
    }

    /** What others may know. */
    @Deprecated
    public void setBio(String bio) {
        if ($isListened()) {
            bio = $listened(BIO, bio);
        }
        if ($tracked) {
            $write(BIO, this.bio, bio);
        } else {
            $changed |= 1L << BIO;
        }
        this.bio = bio;
    }

    /** Returns {@code visible}, column {@code visible}. */
    public boolean isVisible() {
        if (($unloaded & (1L << VISIBLE)) != 0) {
            $load(VISIBLE);
        }
        return visible;
    }

    /** Sets {@code visible}, column {@code visible}. */
    public void setVisible(boolean visible) {
        if ($isListened()) {
            visible = $listened(VISIBLE, visible);
        }
        if ($tracked) {
            $write(VISIBLE, this.visible, visible);
        } else {
            $changed |= 1L << VISIBLE;
        }
        this.visible = visible;
    }

    /** Returns {@code user}, the related {@link User}. */
    public User getUser() {
        if (($unloaded & (1L << USER)) != 0) {
            $load(USER);
        }
        return user;
    }

    /** Sets {@code user}, the related {@link User}. */
    public void setUser(User user) {
        $assign(USER, user);
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Profile_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case ID -> id;
            case BIO -> bio;
            case VISIBLE -> visible;
            case USER -> user;
            case USER_ID -> userId;
            default -> throw new IllegalArgumentException("Profile has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case ID -> id = (UUID) value;
            case BIO -> bio = (String) value;
            case VISIBLE -> visible = value == null ? false : (boolean) value;
            case USER -> user = (User) value;
            case USER_ID -> userId = (Long) value;
            default -> throw new IllegalArgumentException("Profile has no such attribute: " + attribute);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return null;
    }

    @Override
    protected void $read(RowReader in, int at) {
        id = in.get(at);
        bio = in.getString(at + 1);
        visible = in.getBoolean(at + 2);
        userId = in.getLongOrNull(at + 3);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case ID -> id = in.get(at);
            case BIO -> bio = in.getString(at);
            case VISIBLE -> visible = in.getBoolean(at);
            case USER_ID -> userId = in.getLongOrNull(at);
            default -> throw new IllegalArgumentException("Profile has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case ID -> out.set(id);
            case BIO -> out.setString(bio);
            case VISIBLE -> out.setBoolean(visible);
            case USER_ID -> {
                if (userId == null) {
                    out.setNull();
                } else {
                    out.setLong(userId);
                }
            }
            default -> throw new IllegalArgumentException("Profile has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code Profile[id=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
