package dev.rubedo.cli;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.schema.MetaData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata that the setting {@code metadata} names: a public static field, or a public static method without
 * parameters, of a class on the class path. Its value is the metadata, a list of it, or an object with a method
 * {@code metadata()}, such as a model of the ORM. Stateless.
 */
final class ModelClass {
    private ModelClass() {}

    static List<MetaData> metaData(MigrationConfig settings) {
        var place = settings.metadata();
        if (place.isEmpty()) {
            return List.of();
        }
        int sign = place.indexOf('#');
        if (sign <= 0 || sign == place.length() - 1) {
            throw wrong(place, "it does not have the form package.Class#MEMBER", null);
        }
        var loader = new URLClassLoader(urls(settings), ModelClass.class.getClassLoader());
        try {
            var type = Class.forName(place.substring(0, sign), true, loader);
            return metaData(place, value(type, place.substring(sign + 1).replaceFirst("\\(\\)$", "")));
        } catch (ClassNotFoundException e) {
            throw wrong(place, "there is no such class on the class path " + settings.applicationClassPath()
                    + ". Build the application, and set classpath", e);
        } catch (NoSuchFieldException | NoSuchMethodException e) {
            throw wrong(place, "the class has no public static field or method of that name", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof NoClassDefFoundError missing ? missing(place, settings, missing)
                    : wrong(place, "the method fails: " + e.getCause(), e);
        } catch (ExceptionInInitializerError e) {
            throw wrong(place, "the class cannot be initialized: " + e.getCause(), e);
        } catch (NoClassDefFoundError e) {
            throw missing(place, settings, e);
        } catch (IllegalAccessException | LinkageError e) {
            throw wrong(place, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static MigrationException missing(String place, MigrationConfig settings, NoClassDefFoundError error) {
        // thrown also for a class that is there, if its initialization failed before
        if (String.valueOf(error.getMessage()).contains(" ")) {
            return wrong(place, "it cannot be read: " + error.getMessage(), error);
        }
        return wrong(place, "it needs the class \"" + String.valueOf(error.getMessage()).replace('/', '.')
                + "\", which is not on the class path " + settings.applicationClassPath()
                + ". Copy the libraries of the application, with Maven by dependency:copy-dependencies"
                + " -DoutputDirectory=target/lib, and add \"target/lib/*.jar\" to the setting classpath", error);
    }

    private static MigrationException wrong(String place, String reason, @Nullable Throwable cause) {
        return new MigrationException(ErrorCode.CONFIGURATION, "The setting \"metadata\" is \"" + place + "\", but "
                + reason + ". Correct it in " + MigrationConfig.FILE + ".", cause);
    }

    private static URL[] urls(MigrationConfig settings) {
        var urls = new ArrayList<URL>();
        for (var entry : settings.applicationClassPath()) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw wrong(settings.metadata(), "\"" + entry + "\" is not a valid class path entry", e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static @Nullable Object value(Class<?> type, String member)
            throws IllegalAccessException, InvocationTargetException, NoSuchMethodException, NoSuchFieldException {
        for (var field : type.getFields()) {
            if (field.getName().equals(member) && Modifier.isStatic(field.getModifiers())) {
                return field.get(null);
            }
        }
        var method = type.getMethod(member);
        if (!Modifier.isStatic(method.getModifiers())) {
            throw new NoSuchMethodException(member);
        }
        return method.invoke(null);
    }

    private static List<MetaData> metaData(String place, @Nullable Object value)
            throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
        if (value instanceof MetaData metaData) {
            return List.of(metaData);
        }
        if (value instanceof List<?> list && list.stream().allMatch(MetaData.class::isInstance)) {
            return list.stream().map(MetaData.class::cast).toList();
        }
        if (value == null) {
            throw wrong(place, "its value is null", null);
        }
        for (var method : value.getClass().getMethods()) {
            boolean isMetaData = method.getName().equals("metadata") && method.getParameterCount() == 0
                    && MetaData.class.isAssignableFrom(method.getReturnType());
            if (isMetaData && method.invoke(value) instanceof MetaData metaData) {
                return List.of(metaData);
            }
        }
        throw wrong(place, "a " + value.getClass().getName() + " is not MetaData and has no method metadata()",
                null);
    }
}
