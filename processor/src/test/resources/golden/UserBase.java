package blog;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.collection.TrackedList;
import dev.rubedo.orm.collection.TrackedSet;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link User}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class UserBase extends ManagedEntity implements Timestamped, HasCode<String> {
    private static final int CREATED = 0;
    private static final int UPDATED = 1;
    private static final int CODE = 2;
    private static final int ID = 3;
    private static final int NAME = 4;
    private static final int EMAIL = 5;
    private static final int AGE = 6;
    private static final int NICK = 7;
    private static final int USER_NAME = 8;
    private static final int STATUS = 9;
    private static final int ACTIVE = 10;
    private static final int SCORE = 11;
    private static final int WEIGHT = 12;
    private static final int BALANCE = 13;
    private static final int PICTURE = 14;
    private static final int LANGUAGE = 15;
    private static final int HOME_CITY = 16;
    private static final int HOME_ZIP = 17;
    private static final int HOME_STATUS = 18;
    private static final int VERSION = 19;
    private static final int LAST_SEEN = 20;
    private static final int ADDRESSES = 21;
    private static final int PROFILE = 22;
    private static final int GROUPS = 23;
    private static final int MANAGER = 24;
    private static final int REPORTS = 25;
    private static final int MANAGER_ID = 26;

    private Instant created;
    private @Nullable Instant updated;
    private String code;
    private Long id;
    private String name;
    private String email;
    private @Nullable Integer age;
    private @Nullable String nick;
    private String userName;
    private Status status;
    private boolean active;
    private double score;
    private float weight;
    private BigDecimal balance;
    private byte @Nullable [] picture;
    private @Nullable Locale language;
    private @Nullable String homeCity;
    private @Nullable Integer homeZip;
    private @Nullable Status homeStatus;
    private int version;

    @Marked("seen")
    private Instant lastSeen;
    private TrackedList<Address> addresses;
    private @Nullable Profile profile;
    private TrackedSet<Group> groups;
    private @Nullable User manager;
    private TrackedList<User> reports;
    private @Nullable Long managerId;

    /** For {@link User} only. */
    protected UserBase() {}

    /** When the row was made. */
    @Override
    public Instant created() {
        if (($unloaded & (1L << CREATED)) != 0) {
            $load(CREATED);
        }
        return created;
    }

    /** Returns {@code updated}, column {@code updated}. */
    @Override
    public @Nullable Instant updated() {
        if (($unloaded & (1L << UPDATED)) != 0) {
            $load(UPDATED);
        }
        return updated;
    }

    /** Sets {@code updated}, column {@code updated}. */
    public User updated(@Nullable Instant updated) {
        if ($isListened()) {
            updated = $listened(UPDATED, updated);
        }
        if ($tracked) {
            $write(UPDATED, this.updated, updated);
        } else {
            $changed |= 1L << UPDATED;
        }
        this.updated = updated;
        return (User) this;
    }

    /** Returns {@code code}, column {@code code}. */
    @Override
    public String code() {
        if (($unloaded & (1L << CODE)) != 0) {
            $load(CODE);
        }
        return code;
    }

    /** Sets {@code code}, column {@code code}. */
    public User code(String code) {
        if ($isListened()) {
            code = $listened(CODE, code);
        }
        if ($tracked) {
            $write(CODE, this.code, code);
        } else {
            $changed |= 1L << CODE;
        }
        this.code = code;
        return (User) this;
    }

    /** Returns {@code id}, column {@code id}. */
    public Long id() {
        if (($unloaded & (1L << ID)) != 0) {
            $load(ID);
        }
        return id;
    }

    /** Sets {@code id}, column {@code id}. */
    protected User id(Long id) {
        if ($isListened()) {
            id = $listened(ID, id);
        }
        if ($tracked) {
            $write(ID, this.id, id);
        } else {
            $changed |= 1L << ID;
        }
        this.id = id;
        return (User) this;
    }

    /** The full name, as {@code Locale} wants it; see {@link Status#ACTIVE} and {@code email()}. */
    public String name() {
        if (($unloaded & (1L << NAME)) != 0) {
            $load(NAME);
        }
        return name;
    }

    /** The full name, as {@code Locale} wants it; see {@link Status#ACTIVE} and {@code email()}. */
    public User name(String name) {
        name = User.checkName(name);
        if ($isListened()) {
            name = $listened(NAME, name);
        }
        if ($tracked) {
            $write(NAME, this.name, name);
        } else {
            $changed |= 1L << NAME;
        }
        this.name = name;
        return (User) this;
    }

    /** Returns {@code email}, column {@code email}. */
    public String email() {
        if (($unloaded & (1L << EMAIL)) != 0) {
            $load(EMAIL);
        }
        return email;
    }

    /** Sets {@code email}, column {@code email}. */
    public User email(String email) {
        email = ((User) this).checkEmail(email);
        if ($isListened()) {
            email = $listened(EMAIL, email);
        }
        if ($tracked) {
            $write(EMAIL, this.email, email);
        } else {
            $changed |= 1L << EMAIL;
        }
        this.email = email;
        return (User) this;
    }

    /** Returns {@code age}, column {@code age}. */
    public @Nullable Integer age() {
        if (($unloaded & (1L << AGE)) != 0) {
            $load(AGE);
        }
        return age;
    }

    /** Sets {@code age}, column {@code age}. */
    public User age(@Nullable Integer age) {
        if ($isListened()) {
            age = $listened(AGE, age);
        }
        if ($tracked) {
            $write(AGE, this.age, age);
        } else {
            $changed |= 1L << AGE;
        }
        this.age = age;
        return (User) this;
    }

    /** Returns {@code nick}, column {@code nick}. */
    public Optional<String> nick() {
        if (($unloaded & (1L << NICK)) != 0) {
            $load(NICK);
        }
        return Optional.ofNullable(nick);
    }

    /** Sets {@code nick}, column {@code nick}. */
    public User nick(@Nullable String nick) {
        if ($isListened()) {
            nick = $listened(NICK, nick);
        }
        if ($tracked) {
            $write(NICK, this.nick, nick);
        } else {
            $changed |= 1L << NICK;
        }
        this.nick = nick;
        return (User) this;
    }

    /** Returns {@code userName}, column {@code username}. */
    public String userName() {
        if (($unloaded & (1L << USER_NAME)) != 0) {
            $load(USER_NAME);
        }
        return userName;
    }

    /** Sets {@code userName}, column {@code username}. */
    public User userName(String userName) {
        userName = User.checkName(userName);
        if ($isListened()) {
            userName = $listened(USER_NAME, userName);
        }
        if ($tracked) {
            $write(USER_NAME, this.userName, userName);
        } else {
            $changed |= 1L << USER_NAME;
        }
        this.userName = userName;
        return (User) this;
    }

    /** Returns {@code status}, column {@code status}. */
    public Status status() {
        if (($unloaded & (1L << STATUS)) != 0) {
            $load(STATUS);
        }
        return status;
    }

    /** Sets {@code status}, column {@code status}. */
    public User status(Status status) {
        if ($isListened()) {
            status = $listened(STATUS, status);
        }
        if ($tracked) {
            $write(STATUS, this.status, status);
        } else {
            $changed |= 1L << STATUS;
        }
        this.status = status;
        return (User) this;
    }

    /** Returns {@code active}, column {@code active}. */
    public boolean active() {
        if (($unloaded & (1L << ACTIVE)) != 0) {
            $load(ACTIVE);
        }
        return active;
    }

    /** Sets {@code active}, column {@code active}. */
    public User active(boolean active) {
        if ($isListened()) {
            active = $listened(ACTIVE, active);
        }
        if ($tracked) {
            $write(ACTIVE, this.active, active);
        } else {
            $changed |= 1L << ACTIVE;
        }
        this.active = active;
        return (User) this;
    }

    /** Returns {@code score}, column {@code score}. */
    public double score() {
        if (($unloaded & (1L << SCORE)) != 0) {
            $load(SCORE);
        }
        return score;
    }

    /** Sets {@code score}, column {@code score}. */
    public User score(double score) {
        if ($isListened()) {
            score = $listened(SCORE, score);
        }
        if ($tracked) {
            $write(SCORE, this.score, score);
        } else {
            $changed |= 1L << SCORE;
        }
        this.score = score;
        return (User) this;
    }

    /** Returns {@code weight}, column {@code weight}. */
    public float weight() {
        if (($unloaded & (1L << WEIGHT)) != 0) {
            $load(WEIGHT);
        }
        return weight;
    }

    /** Sets {@code weight}, column {@code weight}. */
    public User weight(float weight) {
        if ($isListened()) {
            weight = $listened(WEIGHT, weight);
        }
        if ($tracked) {
            $write(WEIGHT, this.weight, weight);
        } else {
            $changed |= 1L << WEIGHT;
        }
        this.weight = weight;
        return (User) this;
    }

    /** Returns {@code balance}, column {@code balance}. */
    public BigDecimal balance() {
        if (($unloaded & (1L << BALANCE)) != 0) {
            $load(BALANCE);
        }
        return balance;
    }

    /** Sets {@code balance}, column {@code balance}. */
    public User balance(BigDecimal balance) {
        if ($isListened()) {
            balance = $listened(BALANCE, balance);
        }
        if ($tracked) {
            $write(BALANCE, this.balance, balance);
        } else {
            $changed |= 1L << BALANCE;
        }
        this.balance = balance;
        return (User) this;
    }

    /** Returns {@code picture}, column {@code picture}. */
    public byte @Nullable [] picture() {
        if (($unloaded & (1L << PICTURE)) != 0) {
            $load(PICTURE);
        }
        $watch(PICTURE, picture);
        return picture;
    }

    /** Sets {@code picture}, column {@code picture}. */
    public User picture(byte @Nullable [] picture) {
        if ($isListened()) {
            picture = $listened(PICTURE, picture);
        }
        if ($tracked) {
            $write(PICTURE, this.picture, picture);
        } else {
            $changed |= 1L << PICTURE;
        }
        this.picture = picture;
        return (User) this;
    }

    /** Returns {@code language}, column {@code language}. */
    public @Nullable Locale language() {
        if (($unloaded & (1L << LANGUAGE)) != 0) {
            $load(LANGUAGE);
        }
        return language;
    }

    /** Sets {@code language}, column {@code language}. */
    public User language(@Nullable Locale language) {
        if ($isListened()) {
            language = $listened(LANGUAGE, language);
        }
        if ($tracked) {
            $write(LANGUAGE, this.language, language);
        } else {
            $changed |= 1L << LANGUAGE;
        }
        this.language = language;
        return (User) this;
    }

    /** Returns {@code version}, column {@code version}. */
    public int version() {
        if (($unloaded & (1L << VERSION)) != 0) {
            $load(VERSION);
        }
        return version;
    }

    /** Returns {@code lastSeen}, column {@code last_seen}. */
    @Marked("seen")
    public Instant lastSeen() {
        if (($unloaded & (1L << LAST_SEEN)) != 0) {
            $load(LAST_SEEN);
        }
        return lastSeen;
    }

    /** Sets {@code lastSeen}, column {@code last_seen}. */
    protected User lastSeen(Instant lastSeen) {
        if ($isListened()) {
            lastSeen = $listened(LAST_SEEN, lastSeen);
        }
        if ($tracked) {
            $write(LAST_SEEN, this.lastSeen, lastSeen);
        } else {
            $changed |= 1L << LAST_SEEN;
        }
        this.lastSeen = lastSeen;
        return (User) this;
    }

    /** Returns {@code addresses}, the related {@link Address} objects. */
    public List<Address> addresses() {
        if (addresses == null) {
            addresses = new TrackedList<>(this, ADDRESSES);
        }
        return addresses;
    }

    /** Returns {@code profile}, the related {@link Profile}. */
    public @Nullable Profile profile() {
        if (($unloaded & (1L << PROFILE)) != 0) {
            $load(PROFILE);
        }
        return profile;
    }

    /** Sets {@code profile}, the related {@link Profile}. */
    public User profile(@Nullable Profile profile) {
        $assign(PROFILE, profile);
        return (User) this;
    }

    /** Returns {@code groups}, the related {@link Group} objects. */
    public Set<Group> groups() {
        if (groups == null) {
            groups = new TrackedSet<>(this, GROUPS);
        }
        return groups;
    }

    /** Returns {@code manager}, the related {@link User}. */
    public @Nullable User manager() {
        if (($unloaded & (1L << MANAGER)) != 0) {
            $load(MANAGER);
        }
        return manager;
    }

    /** Sets {@code manager}, the related {@link User}. */
    public User manager(@Nullable User manager) {
        $assign(MANAGER, manager);
        return (User) this;
    }

    /** Returns {@code reports}, the related {@link User} objects. */
    public List<User> reports() {
        if (reports == null) {
            reports = new TrackedList<>(this, REPORTS);
        }
        return reports;
    }

    /** Where somebody lives. */
    public @Nullable Place home() {
        if (($unloaded & (1L << HOME_CITY)) != 0) {
            $load(HOME_CITY);
        }
        if (($unloaded & (1L << HOME_ZIP)) != 0) {
            $load(HOME_ZIP);
        }
        if (($unloaded & (1L << HOME_STATUS)) != 0) {
            $load(HOME_STATUS);
        }
        if (homeCity == null && homeZip == null && homeStatus == null) {
            return null;
        }
        return new Place($required(HOME_CITY, homeCity), $required(HOME_ZIP, homeZip), homeStatus);
    }

    /** Where somebody lives. */
    public User home(@Nullable Place home) {
        String homeCity = home == null ? null : home.city();
        Integer homeZip = home == null ? null : home.zip();
        Status homeStatus = home == null ? null : home.status();
        if ($isListened()) {
            homeCity = $listened(HOME_CITY, homeCity);
        }
        if ($tracked) {
            $write(HOME_CITY, this.homeCity, homeCity);
        } else {
            $changed |= 1L << HOME_CITY;
        }
        this.homeCity = homeCity;
        if ($isListened()) {
            homeZip = $listened(HOME_ZIP, homeZip);
        }
        if ($tracked) {
            $write(HOME_ZIP, this.homeZip, homeZip);
        } else {
            $changed |= 1L << HOME_ZIP;
        }
        this.homeZip = homeZip;
        if ($isListened()) {
            homeStatus = $listened(HOME_STATUS, homeStatus);
        }
        if ($tracked) {
            $write(HOME_STATUS, this.homeStatus, homeStatus);
        } else {
            $changed |= 1L << HOME_STATUS;
        }
        this.homeStatus = homeStatus;
        return (User) this;
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return User_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case CREATED -> created;
            case UPDATED -> updated;
            case CODE -> code;
            case ID -> id;
            case NAME -> name;
            case EMAIL -> email;
            case AGE -> age;
            case NICK -> nick;
            case USER_NAME -> userName;
            case STATUS -> status;
            case ACTIVE -> active;
            case SCORE -> score;
            case WEIGHT -> weight;
            case BALANCE -> balance;
            case PICTURE -> picture;
            case LANGUAGE -> language;
            case HOME_CITY -> homeCity;
            case HOME_ZIP -> homeZip;
            case HOME_STATUS -> homeStatus;
            case VERSION -> version;
            case LAST_SEEN -> lastSeen;
            case ADDRESSES -> addresses;
            case PROFILE -> profile;
            case GROUPS -> groups;
            case MANAGER -> manager;
            case REPORTS -> reports;
            case MANAGER_ID -> managerId;
            default -> throw new IllegalArgumentException("User has no such attribute: " + attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case CREATED -> created = (Instant) value;
            case UPDATED -> updated = (Instant) value;
            case CODE -> code = (String) value;
            case ID -> id = (Long) value;
            case NAME -> name = (String) value;
            case EMAIL -> email = (String) value;
            case AGE -> age = (Integer) value;
            case NICK -> nick = (String) value;
            case USER_NAME -> userName = (String) value;
            case STATUS -> status = (Status) value;
            case ACTIVE -> active = value == null ? false : (boolean) value;
            case SCORE -> score = value == null ? 0 : (double) value;
            case WEIGHT -> weight = value == null ? 0 : (float) value;
            case BALANCE -> balance = (BigDecimal) value;
            case PICTURE -> picture = (byte[]) value;
            case LANGUAGE -> language = (Locale) value;
            case HOME_CITY -> homeCity = (String) value;
            case HOME_ZIP -> homeZip = (Integer) value;
            case HOME_STATUS -> homeStatus = (Status) value;
            case VERSION -> version = value == null ? 0 : (int) value;
            case LAST_SEEN -> lastSeen = (Instant) value;
            case PROFILE -> profile = (Profile) value;
            case MANAGER -> manager = (User) value;
            case MANAGER_ID -> managerId = (Long) value;
            default -> throw new IllegalArgumentException("User has no such attribute: " + attribute);
        }
    }

    @Override
    protected @Nullable RelatedCollection $collection(int attribute) {
        return switch (attribute) {
            case ADDRESSES -> (RelatedCollection) addresses();
            case GROUPS -> (RelatedCollection) groups();
            case REPORTS -> (RelatedCollection) reports();
            default -> null;
        };
    }

    @Override
    protected void $read(RowReader in, int at) {
        $read(in.getLong(at + 3), in, at);
    }

    @Override
    protected void $read(long key, RowReader in, int at) {
        created = in.get(at);
        updated = in.get(at + 1);
        code = in.getString(at + 2);
        id = key;
        name = in.getString(at + 4);
        email = in.getString(at + 5);
        age = in.getIntegerOrNull(at + 6);
        nick = in.getString(at + 7);
        userName = in.getString(at + 8);
        status = in.get(at + 9);
        active = in.getBoolean(at + 10);
        score = in.getDouble(at + 11);
        weight = in.<Float>get(at + 12);
        balance = in.get(at + 13);
        picture = in.get(at + 14);
        language = in.get(at + 15);
        homeCity = in.getString(at + 16);
        homeZip = in.getIntegerOrNull(at + 17);
        homeStatus = in.get(at + 18);
        version = in.getInt(at + 19);
        lastSeen = in.get(at + 20);
        managerId = in.getLongOrNull(at + 21);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case CREATED -> created = in.get(at);
            case UPDATED -> updated = in.get(at);
            case CODE -> code = in.getString(at);
            case ID -> id = in.getLongOrNull(at);
            case NAME -> name = in.getString(at);
            case EMAIL -> email = in.getString(at);
            case AGE -> age = in.getIntegerOrNull(at);
            case NICK -> nick = in.getString(at);
            case USER_NAME -> userName = in.getString(at);
            case STATUS -> status = in.get(at);
            case ACTIVE -> active = in.getBoolean(at);
            case SCORE -> score = in.getDouble(at);
            case WEIGHT -> weight = in.<Float>get(at);
            case BALANCE -> balance = in.get(at);
            case PICTURE -> picture = in.get(at);
            case LANGUAGE -> language = in.get(at);
            case HOME_CITY -> homeCity = in.getString(at);
            case HOME_ZIP -> homeZip = in.getIntegerOrNull(at);
            case HOME_STATUS -> homeStatus = in.get(at);
            case VERSION -> version = in.getInt(at);
            case LAST_SEEN -> lastSeen = in.get(at);
            case MANAGER_ID -> managerId = in.getLongOrNull(at);
            default -> throw new IllegalArgumentException("User has no such attribute: " + attribute);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case CREATED -> out.set(created);
            case UPDATED -> out.set(updated);
            case CODE -> out.setString(code);
            case ID -> {
                if (id == null) {
                    out.setNull();
                } else {
                    out.setLong(id);
                }
            }
            case NAME -> out.setString(name);
            case EMAIL -> out.setString(email);
            case AGE -> {
                if (age == null) {
                    out.setNull();
                } else {
                    out.setInt(age);
                }
            }
            case NICK -> out.setString(nick);
            case USER_NAME -> out.setString(userName);
            case STATUS -> out.set(status);
            case ACTIVE -> out.setBoolean(active);
            case SCORE -> out.setDouble(score);
            case WEIGHT -> out.set(weight);
            case BALANCE -> out.set(balance);
            case PICTURE -> out.set(picture);
            case LANGUAGE -> out.set(language);
            case HOME_CITY -> out.setString(homeCity);
            case HOME_ZIP -> {
                if (homeZip == null) {
                    out.setNull();
                } else {
                    out.setInt(homeZip);
                }
            }
            case HOME_STATUS -> out.set(homeStatus);
            case VERSION -> out.setInt(version);
            case LAST_SEEN -> out.set(lastSeen);
            case MANAGER_ID -> {
                if (managerId == null) {
                    out.setNull();
                } else {
                    out.setLong(managerId);
                }
            }
            default -> throw new IllegalArgumentException("User has no such attribute: " + attribute);
        }
    }

    /** Returns the entity's name and primary key, such as {@code User[id=5]}, without loading anything. */
    @Override
    public String toString() {
        return $describe();
    }
}
