using System.Text.Json;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Collects the parameters from query string, form, multipart or JSON body.</summary>
internal static class ParameterReader
{
    private const int MostBytes = 1 << 20;
    private const int MostFiles = 50;
    private const long LargestFile = 50L << 20;

    public static async Task<Parameters> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var uploads = new Dictionary<string, Upload>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            await ReadFormAsync(request, values, uploads, cancellationToken);
        }
        else if (request.HasJsonContentType())
        {
            await ReadJsonAsync(request, values, cancellationToken);
        }

        if (values.Sum(pair => (long)pair.Key.Length + pair.Value.Length) > MostBytes)
        {
            throw Refusal.Bare(StatusCodes.Status413PayloadTooLarge);
        }

        return new Parameters(values, uploads);
    }

    private static async Task ReadFormAsync(
        HttpRequest request,
        Dictionary<string, string> values,
        Dictionary<string, Upload> uploads,
        CancellationToken cancellationToken
    )
    {
        var form = await FormAsync(request, cancellationToken);
        foreach (var (name, value) in form)
        {
            values[name] = value.ToString();
        }

        if (form.Files.Count > MostFiles)
        {
            throw Refusal.Bare(StatusCodes.Status413PayloadTooLarge);
        }

        foreach (var file in form.Files)
        {
            if (file.Length > LargestFile)
            {
                throw new Refusal(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
            }

            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            uploads[file.Name] = new Upload(file.FileName, file.ContentType, bytes);
        }
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw Refusal.Bare(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task ReadJsonAsync(
        HttpRequest request,
        Dictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                {
                    values[property.Name] =
                        property.Value.ValueKind == JsonValueKind.String
                            ? property.Value.GetString()!
                            : property.Value.GetRawText();
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw Refusal.Bare(StatusCodes.Status400BadRequest);
        }
    }
}
