package io.handlekit.conformance.live;

import io.handlekit.http.BaseUrl;
import io.handlekit.http.OpenproviderConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions of the API that a live run asks: those of {@code OPENPROVIDER_VERSIONS}, or that of the base URL. */
final class LiveVersions {
    static final String VARIABLE = "OPENPROVIDER_VERSIONS";

    private LiveVersions() {}

    /**
     * Returns a configuration for each version.
     *
     * @throws IllegalArgumentException if the account is incomplete, or a version is not one such as v1 or v1beta
     */
    static List<OpenproviderConfig> of(Map<String, String> environment) {
        Map<String, String> account = new HashMap<>(environment);
        account.remove(VARIABLE);
        OpenproviderConfig config = OpenproviderConfig.from(account);
        String versions = environment.getOrDefault(VARIABLE, "");
        if (versions.isBlank()) {
            return List.of(config);
        }
        List<OpenproviderConfig> configs = new ArrayList<>();
        for (String version : versions.split(",", -1)) {
            account.put("OPENPROVIDER_BASE_URL", url(config.baseUrl(), version.strip()));
            configs.add(OpenproviderConfig.from(account));
        }
        return configs;
    }

    private static String url(BaseUrl baseUrl, String version) {
        if (!version.matches("v[0-9]+(beta)?")) {
            throw new IllegalArgumentException(
                    VARIABLE + " has \"" + version + "\", which is not a version. Write versions such as v1,v1beta.");
        }
        URI uri = baseUrl.resolve("");
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/" + version;
    }

    /** Returns the version at the end of a base URL. */
    static String version(BaseUrl baseUrl) {
        String url = baseUrl.toString();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
