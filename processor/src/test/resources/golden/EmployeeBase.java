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
 * The generated base class of {@link Employee}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class EmployeeBase extends ManagedEntity implements Named {
    private static final int NAME = 0;
    private static final int ID = 1;
    private static final int ADDRESS_STREET = 2;
    private static final int ADDRESS_CITY = 3;
    private static final int VERSION = 4;
    private static final int TEAM = 5;
    private static final int TYPE = 6;
    private static final int TEAM_ID = 7;

    private String name;
    private Long id;
    private @Nullable String addressStreet;
    private @Nullable String addressCity;
    private int version;
    private @Nullable Team team;
    private String type;
    private @Nullable Integer teamId;

    /** For {@link Employee} only. */
    protected EmployeeBase() {}

    /** The name. */
    @Override
    public String name() {
        if (($unloaded & (1L << NAME)) != 0) {
            $load(NAME);
        }
        return name;
    }

    /** The name. */
    public Employee name(String name) {
        name = ((Employee) this).checkName(name);
        if ($isListened()) {
            name = $listened(NAME, name);
        }
        if ($tracked) {
            $write(NAME, this.name, name);
        } else {
            $changed |= 1L << NAME;
        }
        this.name = name;
        return (Employee) this;
    }

    /** Returns {@code id}, column {@code id}. */
    public Long id() {
        if (($unloaded & (1L << ID)) != 0) {
            $load(ID);
        }
        return id;
    }

    /** Sets {@code id}, column {@code id}. */
    protected Employee id(Long id) {
        if ($isListened()) {
            id = $listened(ID, id);
        }
        if ($tracked) {
            $write(ID, this.id, id);
        } else {
            $changed |= 1L << ID;
        }
        this.id = id;
        return (Employee) this;
    }

    /** Returns {@code version}, column {@code version}. */
    public int version() {
        if (($unloaded & (1L << VERSION)) != 0) {
            $load(VERSION);
        }
        return version;
    }

    /** Returns {@code team}, the related {@link Team}. */
    public @Nullable Team team() {
        if (($unloaded & (1L << TEAM)) != 0) {
            $load(TEAM);
        }
        return team;
    }

    /** Sets {@code team}, the related {@link Team}. */
    public Employee team(@Nullable Team team) {
        $assign(TEAM, team);
        return (Employee) this;
    }

    /** Returns {@code address}, columns {@code address_street}, {@code address_city}. */
    public @Nullable Address address() {
        if (($unloaded & (1L << ADDRESS_STREET)) != 0) {
            $load(ADDRESS_STREET);
        }
        if (($unloaded & (1L << ADDRESS_CITY)) != 0) {
            $load(ADDRESS_CITY);
        }
        if (addressStreet == null && addressCity == null) {
            return null;
        }
        return new Address($required(ADDRESS_STREET, addressStreet), $required(ADDRESS_CITY, addressCity));
    }

    /** Sets {@code address}, columns {@code address_street}, {@code address_city}. */
    public Employee address(@Nullable Address address) {
        String addressStreet = address == null ? null : address.street();
        String addressCity = address == null ? null : address.city();
        if ($isListened()) {
            addressStreet = $listened(ADDRESS_STREET, addressStreet);
        }
        if ($tracked) {
            $write(ADDRESS_STREET, this.addressStreet, addressStreet);
        } else {
            $changed |= 1L << ADDRESS_STREET;
        }
        this.addressStreet = addressStreet;
        if ($isListened()) {
            addressCity = $listened(ADDRESS_CITY, addressCity);
        }
        if ($tracked) {
            $write(ADDRESS_CITY, this.addressCity, addressCity);
        } else {
            $changed |= 1L << ADDRESS_CITY;
        }
        this.addressCity = addressCity;
        return (Employee) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Employee_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case NAME -> name;
            case ID -> id;
            case ADDRESS_STREET -> addressStreet;
            case ADDRESS_CITY -> addressCity;
            case VERSION -> version;
            case TEAM -> team;
            case TYPE -> type;
            case TEAM_ID -> teamId;
            default -> throw new IllegalArgumentException("Employee has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case NAME -> name = (String) value;
            case ID -> id = (Long) value;
            case ADDRESS_STREET -> addressStreet = (String) value;
            case ADDRESS_CITY -> addressCity = (String) value;
            case VERSION -> version = value == null ? 0 : (int) value;
            case TEAM -> team = (Team) value;
            case TYPE -> type = (String) value;
            case TEAM_ID -> teamId = (Integer) value;
            default -> throw new IllegalArgumentException("Employee has no such attribute: " + attribute);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return null;
    }

    @Override
    protected void $read(RowReader in, int at) {
        $read(in.getLong(at + 1), in, at);
    }

    @Override
    protected void $read(long key, RowReader in, int at) {
        name = in.getString(at);
        id = key;
        addressStreet = in.getString(at + 2);
        addressCity = in.getString(at + 3);
        version = in.getInt(at + 4);
        type = in.getString(at + 5);
        teamId = in.getIntegerOrNull(at + 6);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case NAME -> name = in.getString(at);
            case ID -> id = in.getLongOrNull(at);
            case ADDRESS_STREET -> addressStreet = in.getString(at);
            case ADDRESS_CITY -> addressCity = in.getString(at);
            case VERSION -> version = in.getInt(at);
            case TYPE -> type = in.getString(at);
            case TEAM_ID -> teamId = in.getIntegerOrNull(at);
            default -> throw new IllegalArgumentException("Employee has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case NAME -> out.setString(name);
            case ID -> {
                if (id == null) {
                    out.setNull();
                } else {
                    out.setLong(id);
                }
            }
            case ADDRESS_STREET -> out.setString(addressStreet);
            case ADDRESS_CITY -> out.setString(addressCity);
            case VERSION -> out.setInt(version);
            case TYPE -> out.setString(type);
            case TEAM_ID -> {
                if (teamId == null) {
                    out.setNull();
                } else {
                    out.setInt(teamId);
                }
            }
            default -> throw new IllegalArgumentException("Employee has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code Employee[id=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
