package dev.rubedo.spring.boot;

import dev.rubedo.orm.metamodel.EntityPath;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** The generated lists of entities. Stateless. */
final class EntityLists {

    private EntityLists() {}

    /** Returns the entities that the class {@code Entities} of a package lists; none if there is no such class. */
    static List<EntityPath<?>> of(String packageName, @Nullable ClassLoader loader) {
        String name = packageName + ".Entities";
        if (!ClassUtils.isPresent(name, loader)) {
            return List.of();
        }
        var method = ReflectionUtils.findMethod(ClassUtils.resolveClassName(name, loader), "all");
        if (method == null) {
            return List.of();
        }
        ReflectionUtils.makeAccessible(method);
        return Arrays.asList((EntityPath<?>[]) java.util.Objects
                .requireNonNull(ReflectionUtils.invokeMethod(method, null), name));
    }
}
