package io.handlekit.conformance.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java blocks of a Markdown page. Each block follows a comment that names the compiled code it repeats: {@code <!--
 * compiled: path#region -->}. The region stands in that file between {@code // tag::region[]} and {@code //
 * end::region[]}. On a page whose commands are run, it may also follow {@code <!-- file: path -->}: {@link FirstHourIT}
 * compiles it.
 */
final class JavaBlocks {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- (?:compiled: (?<path>\\S+)#(?<region>\\S+)|(?<file>file: \\S+)) -->\\n)?^```java\\n(?<code>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private JavaBlocks() {}

    /** Returns a sentence for each block that does not repeat compiled code. */
    static List<String> faults(String page, String markdown, Path root) throws IOException {
        List<String> faults = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            long line = markdown.substring(0, block.start("code")).lines().count();
            boolean isCompiledByTheReader = block.group("file") != null
                    && page.equals(FirstHourIT.PAGE.getFileName().toString());
            String fault = isCompiledByTheReader ? "" : fault(block, root);
            if (!fault.isEmpty()) {
                faults.add(page + ":" + line + " " + fault);
            }
        }
        return faults;
    }

    private static String fault(Matcher block, Path root) throws IOException {
        if (block.group("path") == null) {
            return "has no comment <!-- compiled: path#region --> above the block";
        }
        String name = block.group("path") + "#" + block.group("region");
        Path source = root.resolve(block.group("path"));
        if (!name.contains(".java#") || !Files.exists(source)) {
            return "names " + name + ", but there is no such Java file";
        }
        String region = region(Files.readString(source), block.group("region"));
        if (region.isEmpty()) {
            return "names " + name + ", but the file has no such region";
        }
        String code = withoutIndent(block.group("code"));
        return code.equals(region) ? "" : "differs from " + name + ", which is:\n" + region;
    }

    /** Returns the lines between the tags without their common indentation; empty if there are no such tags. */
    private static String region(String source, String name) {
        String tags = "(?ms)^ *// tag::%1$s\\[]\\n(.*?)^ *// end::%1$s\\[]$".formatted(Pattern.quote(name));
        Matcher matcher = Pattern.compile(tags).matcher(source);
        return matcher.find() ? withoutIndent(matcher.group(1)) : "";
    }

    /** Leaves the last line break out first: an empty last line would count as one without indentation. */
    private static String withoutIndent(String code) {
        return code.stripTrailing().stripIndent().strip();
    }
}
