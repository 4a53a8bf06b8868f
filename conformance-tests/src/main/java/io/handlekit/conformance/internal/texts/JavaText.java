package io.handlekit.conformance.internal.texts;

import io.handlekit.customers.Change;
import io.handlekit.customers.CustomerChanges;
import io.handlekit.customers.CustomerTag;
import io.handlekit.customers.NewCustomer;
import io.handlekit.customers.PersonName;
import io.handlekit.customers.PhoneNumber;
import io.handlekit.customers.PostalAddress;
import io.handlekit.customers.registry.AdditionalData;
import io.handlekit.customers.registry.AttachedFile;
import io.handlekit.customers.registry.ExtensionData;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as Java expressions in ASCII. They name types without their packages, so the reader adds the imports. */
public final class JavaText {
    private static final int LONGEST_LITERAL = 10_000;
    private static final int LONGEST_LINE = 80;
    private static final String NEXT = "\n        ";

    private JavaText() {}

    /** Returns an expression that builds the draft, with a line for each section that is filled in. */
    public static String of(NewCustomer draft) {
        NewCustomer none = NewCustomer.builder().build();
        return built(
                "NewCustomer.builder()",
                Stream.of(
                        part("name", draft.name(), none.name(), JavaText::of),
                        part("address", draft.address(), none.address(), JavaText::of),
                        part("phone", draft.phone(), none.phone(), JavaText::of),
                        part("fax", draft.fax(), none.fax(), JavaText::of),
                        part("email", draft.email(), "", JavaText::of),
                        part("companyName", draft.companyName(), "", JavaText::of),
                        part("vat", draft.vat(), "", JavaText::of),
                        part("locale", draft.locale(), "", JavaText::of),
                        part("comments", draft.comments(), "", JavaText::of),
                        part("tags", draft.tags(), none.tags(), JavaText::tags),
                        part("additionalData", draft.additionalData(), none.additionalData(), JavaText::of),
                        part("extensionData", draft.extensionData(), none.extensionData(), JavaText::extensions)));
    }

    /** Returns an expression that builds the changes, with a line for each section that is set or cleared. */
    public static String of(CustomerChanges changes) {
        return built(
                "CustomerChanges.builder()",
                Stream.of(
                        change("Address", changes.address(), JavaText::of),
                        change("Phone", changes.phone(), JavaText::of),
                        change("Fax", changes.fax(), JavaText::of),
                        change("Email", changes.email(), JavaText::of),
                        change("Vat", changes.vat(), JavaText::of),
                        change("Locale", changes.locale(), JavaText::of),
                        change("Comments", changes.comments(), JavaText::of),
                        change("Tags", changes.tags(), JavaText::tags),
                        change("AdditionalData", changes.additionalData(), JavaText::of),
                        change("ExtensionData", changes.extensionData(), JavaText::extensions)));
    }

    /** Returns the builder's calls, one on a line unless all of them fit on the first. */
    private static String built(String builder, Stream<String> calls) {
        List<String> all = Stream.concat(calls, Stream.of(".build()"))
                .filter(call -> !call.isEmpty())
                .toList();
        String line = builder + String.join("", all);
        return line.length() <= LONGEST_LINE ? line : builder + NEXT + String.join(NEXT, all);
    }

    /** Returns the expression with its lines after the first indented further. */
    public static String indented(int spaces, String java) {
        return java.replace("\n", "\n" + " ".repeat(spaces));
    }

    private static <T> String part(String name, T value, T none, Function<T, String> text) {
        return value.equals(none) ? "" : "." + name + "(" + text.apply(value) + ")";
    }

    private static <T> String change(String name, Change<T> change, Function<T, String> text) {
        if (change instanceof Change.Set<T> set) {
            String setter = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            return "." + setter + "(" + text.apply(set.value()) + ")";
        }
        return change.isKeep() ? "" : ".clear" + name + "()";
    }

    private static String of(PersonName name) {
        return name.equals(PersonName.of(name.firstName(), name.lastName()))
                ? "PersonName.of(" + of(name.firstName()) + ", " + of(name.lastName()) + ")"
                : ofTexts("PersonName", name.initials(), name.firstName(), name.prefix(), name.lastName());
    }

    private static String of(PostalAddress at) {
        return ofTexts(
                "PostalAddress",
                at.street(),
                at.number(),
                at.suffix(),
                at.zipcode(),
                at.city(),
                at.state(),
                at.country());
    }

    private static String of(PhoneNumber number) {
        return ofTexts("PhoneNumber", number.countryCode(), number.areaCode(), number.subscriberNumber());
    }

    private static String tags(List<CustomerTag> tags) {
        return list(
                tags,
                tag -> tag.equals(CustomerTag.of(tag.value()))
                        ? "CustomerTag.of(" + of(tag.value()) + ")"
                        : ofTexts("CustomerTag", tag.key(), tag.value()));
    }

    private static String of(AdditionalData data) {
        return data.attachedFiles().stream()
                .map(file -> ".attach(" + of(file) + ")")
                .collect(Collectors.joining("", "AdditionalData.builder()" + puts(data.values()), ".build()"));
    }

    private static String of(AttachedFile file) {
        return ofTexts("AttachedFile", file.description(), file.docType(), file.path());
    }

    private static String extensions(List<ExtensionData> extensions) {
        return list(
                extensions, data -> "ExtensionData.builder(" + of(data.name()) + ")" + puts(data.data()) + ".build()");
    }

    private static String puts(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> ".put(" + of(entry.getKey()) + ", " + of(entry.getValue()) + ")")
                .collect(Collectors.joining());
    }

    private static <T> String list(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String ofTexts(String type, String... texts) {
        return make(type, Stream.of(texts).map(JavaText::of).toArray(String[]::new));
    }

    /** Returns a constructor call. */
    public static String make(String type, String... arguments) {
        return "new " + type + "(" + String.join(", ", arguments) + ")";
    }

    /** Returns a string literal, or an expression of several where one is too long for a class file. */
    public static String of(String text) {
        if (text.length() <= LONGEST_LITERAL) {
            return text.chars().mapToObj(JavaText::escaped).collect(Collectors.joining("", "\"", "\""));
        }
        return "String.join(\"\", " + of(text.substring(0, LONGEST_LITERAL)) + ", "
                + of(text.substring(LONGEST_LITERAL)) + ")";
    }

    /** Escapes most control characters in octal: javac reads a line end written in hexadecimal as a line end. */
    private static String escaped(int sign) {
        if (sign == '"' || sign == '\\') {
            return "\\" + (char) sign;
        } else if (sign == '\r' || sign == '\n') {
            return sign == '\r' ? "\\r" : "\\n";
        } else if (sign < ' ') {
            return String.format("\\%03o", sign);
        }
        return sign < 127 ? String.valueOf((char) sign) : String.format("\\u%04x", sign);
    }
}
