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
 * The generated base class of {@link Badge}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
abstract class BadgeBase extends ManagedEntity {
    private static final int NUMBER = 0;
    private static final int MEMBERSHIP = 1;
    private static final int MEMBERSHIP_USER_ID = 2;
    private static final int MEMBERSHIP_GROUP_ID = 3;

    private int number;
    private Membership membership;
    private Long membershipUserId;
    private Integer membershipGroupId;

    /** For {@link Badge} only. */
    protected BadgeBase() {}

    /** Returns {@code number}, column {@code number}. */
    public int number() {
        if (($unloaded & (1L << NUMBER)) != 0) {
            $load(NUMBER);
        }
        return number;
    }

    /** Sets {@code number}, column {@code number}. */
    public Badge number(int number) {
        if ($isListened()) {
            number = $listened(NUMBER, number);
        }
        if ($tracked) {
            $write(NUMBER, this.number, number);
        } else {
            $changed |= 1L << NUMBER;
        }
        this.number = number;
        return (Badge) this;
    }

    /** Returns {@code membership}, the related {@link Membership}. */
    public Membership membership() {
        if (($unloaded & (1L << MEMBERSHIP)) != 0) {
            $load(MEMBERSHIP);
        }
        return membership;
    }

    /** Sets {@code membership}, the related {@link Membership}. */
    public Badge membership(Membership membership) {
        $assign(MEMBERSHIP, membership);
        return (Badge) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Badge_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case NUMBER -> number;
            case MEMBERSHIP -> membership;
            case MEMBERSHIP_USER_ID -> membershipUserId;
            case MEMBERSHIP_GROUP_ID -> membershipGroupId;
            default -> throw new IllegalArgumentException("Badge has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case NUMBER -> number = value == null ? 0 : (int) value;
            case MEMBERSHIP -> membership = (Membership) value;
            case MEMBERSHIP_USER_ID -> membershipUserId = (Long) value;
            case MEMBERSHIP_GROUP_ID -> membershipGroupId = (Integer) value;
            default -> throw new IllegalArgumentException("Badge has no such attribute: " + attribute);
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
        number = (int) key;
        membershipUserId = in.getLongOrNull(at + 1);
        membershipGroupId = in.getIntegerOrNull(at + 2);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case NUMBER -> number = in.getInt(at);
            case MEMBERSHIP_USER_ID -> membershipUserId = in.getLongOrNull(at);
            case MEMBERSHIP_GROUP_ID -> membershipGroupId = in.getIntegerOrNull(at);
            default -> throw new IllegalArgumentException("Badge has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case NUMBER -> out.setInt(number);
            case MEMBERSHIP_USER_ID -> {
                if (membershipUserId == null) {
                    out.setNull();
                } else {
                    out.setLong(membershipUserId);
                }
            }
            case MEMBERSHIP_GROUP_ID -> {
                if (membershipGroupId == null) {
                    out.setNull();
                } else {
                    out.setInt(membershipGroupId);
                }
            }
            default -> throw new IllegalArgumentException("Badge has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code Badge[number=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
