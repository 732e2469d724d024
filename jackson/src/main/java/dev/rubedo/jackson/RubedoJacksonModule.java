package dev.rubedo.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * A Jackson module that writes entities as JSON: the attributes that are loaded, in the order of their declaration,
 * under their names. Writing never loads anything. It is found by {@code findAndAddModules()} and by Spring Boot.
 *
 * {@snippet :
 * JsonMapper json = JsonMapper.builder()
 *         .addModule(RubedoJacksonModule.builder().unloaded(Unloaded.FAIL).omit(USER.passwordHash).build())
 *         .build();
 * }
 *
 * <p>An object that is expired, as objects are after a commit by default, is an error unless
 * {@link Builder#writeExpired()} was called: its JSON would contain nothing but the primary key. Reading JSON into an
 * entity is refused, because the client would decide which attributes are set; read a record and set the attributes
 * that may be set.
 *
 * <p>Attributes are written by name, with the naming strategy of the mapper; Jackson annotations on entities have no
 * effect. Immutable.
 */
public final class RubedoJacksonModule extends JacksonModule {

    private final Unloaded unloaded;
    private final Repeated repeated;
    private final boolean isExpiredWritten;
    private final Set<String> omitted;

    /**
     * Creates a module with the defaults: attributes that are not loaded are omitted, and repeated objects are written
     * as their keys.
     */
    public RubedoJacksonModule() {
        this(builder());
    }

    private RubedoJacksonModule(Builder builder) {
        this.unloaded = builder.unloaded;
        this.repeated = builder.repeated;
        this.isExpiredWritten = builder.isExpiredWritten;
        this.omitted = Set.copyOf(builder.omitted);
    }

    /** Returns a builder for a module with options. */
    public static Builder builder() {
        return new Builder();
    }

    Unloaded unloaded() {
        return unloaded;
    }

    Repeated repeated() {
        return repeated;
    }

    boolean writesExpired() {
        return isExpiredWritten;
    }

    boolean omits(Class<?> entity, String attribute) {
        if (omitted.isEmpty()) {
            return false;
        }
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            if (omitted.contains(key(type, attribute))) {
                return true;
            }
        }
        return false;
    }

    private static String key(Class<?> entity, String attribute) {
        return entity.getName() + "." + attribute;
    }

    @Override
    public String getModuleName() {
        return "rubedo";
    }

    @Override
    public Object getRegistrationId() {
        return RubedoJacksonModule.class;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new EntitySerializers());
        context.addDeserializers(new EntityDeserializers());
    }

    /** Finds the serializers of entities and of their collections. Stateless. */
    private final class EntitySerializers implements Serializers {

        @Override
        public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type,
                BeanDescription.Supplier description, JsonFormat.@Nullable Value format) {
            return type.isTypeOrSubTypeOf(ManagedEntity.class) ? new EntitySerializer(RubedoJacksonModule.this) : null;
        }

        @Override
        public @Nullable ValueSerializer<?> findCollectionSerializer(SerializationConfig config, CollectionType type,
                BeanDescription.Supplier description, JsonFormat.@Nullable Value format,
                @Nullable TypeSerializer typed, @Nullable ValueSerializer<Object> elements) {
            return type.isTypeOrSubTypeOf(RelatedCollection.class)
                    ? new RelatedCollectionSerializer(RubedoJacksonModule.this) : null;
        }

        @Override
        public @Nullable ValueSerializer<?> findMapSerializer(SerializationConfig config, MapType type,
                BeanDescription.Supplier description, JsonFormat.@Nullable Value format,
                @Nullable ValueSerializer<Object> keys, @Nullable TypeSerializer typed,
                @Nullable ValueSerializer<Object> values) {
            return type.isTypeOrSubTypeOf(RelatedCollection.class)
                    ? new RelatedCollectionSerializer(RubedoJacksonModule.this) : null;
        }
    }

    /** Refuses to read entities. Stateless. */
    private static final class EntityDeserializers extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
                BeanDescription.Supplier description) {
            return type.isTypeOrSubTypeOf(ManagedEntity.class) ? new EntityRefusal(type) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return ManagedEntity.class.isAssignableFrom(type);
        }
    }

    /** Options of the module. Confined to one thread at a time. */
    public static final class Builder {

        private Unloaded unloaded = Unloaded.OMIT;
        private Repeated repeated = Repeated.KEY;
        private boolean isExpiredWritten;
        private final Set<String> omitted = new HashSet<>();

        private Builder() {}

        /** Sets how attributes that are not loaded are written; by default they are omitted. */
        public Builder unloaded(Unloaded choice) {
            unloaded = Objects.requireNonNull(choice, "choice");
            return this;
        }

        /** Sets how an object that contains itself is written; by default as its primary key. */
        public Builder repeated(Repeated choice) {
            repeated = Objects.requireNonNull(choice, "choice");
            return this;
        }

        /** Writes objects that are expired, of which only the primary key is loaded; by default they are an error. */
        public Builder writeExpired() {
            isExpiredWritten = true;
            return this;
        }

        /** Omits attributes, such as a password hash, for their entity and its subclasses. */
        public Builder omit(EntityAttribute... attributes) {
            for (var attribute : List.of(attributes)) {
                omitted.add(key(attribute.owner().$definition().type(), attribute.name()));
            }
            return this;
        }

        /** Returns the module. */
        public RubedoJacksonModule build() {
            return new RubedoJacksonModule(this);
        }
    }
}
