using System.Text;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Html;

/// <summary>Telegram's HTML, as strict as the original; offsets in refusals are bytes, those of entities UTF-16 units.</summary>
internal sealed class HtmlParser
{
    private readonly HtmlSource _source;
    private readonly WorldView _view;
    private readonly StringBuilder _text = new();
    private readonly Stack<HtmlTag> _open = [];
    private readonly List<Entity> _entities = [];

    private HtmlParser(string raw, WorldView view) => (_source, _view) = (new HtmlSource(raw), view);

    public static (string Text, ImmutableArray<Entity> Entities) Parse(string raw, WorldView view) =>
        new HtmlParser(raw, view).Parse();

    private (string Text, ImmutableArray<Entity> Entities) Parse()
    {
        while (!_source.AtEnd)
        {
            if (_source.Current == '<')
            {
                ReadTag();
            }
            else
            {
                _source.CopyCharacter(_text);
            }
        }

        return _open.TryPeek(out var open)
            ? throw Wrong($"Can't find end tag corresponding to start tag \"{open.Name}\"")
            : (_text.ToString(), [.. _entities]);
    }

    private void ReadTag()
    {
        var begin = _source.Position;
        _source.Skip();
        if (_source.Current == '/')
        {
            _source.Skip();
            Close(begin);
        }
        else
        {
            _open.Push(HtmlTag.Read(_source, begin) with { TextOffset = _text.Length });
        }
    }

    private void Close(int begin)
    {
        if (!_open.TryPeek(out var open))
        {
            throw Wrong($"Unexpected end tag at byte offset {begin}");
        }

        var name = _source.ReadName();
        _source.SkipSpaces();
        if (_source.Current != '>')
        {
            throw Wrong($"Unclosed end tag at byte offset {begin}");
        }

        _source.Skip();
        if (name.Length > 0 && name != open.Name)
        {
            throw Wrong($"Unmatched end tag at byte offset {begin}, expected \"</{open.Name}>\", found \"</{name}>\"");
        }

        _open.Pop();
        if (
            _text.Length > open.TextOffset
            && HtmlEntity.Of(open, _text.ToString(open.TextOffset, _text.Length - open.TextOffset), _view) is { } entity
        )
        {
            Add(entity);
        }
    }

    private void Add(Entity entity)
    {
        // <pre><code class="language-x"> is one entity with a language, not two.
        var language =
            entity.Type == "pre"
                ? _entities.Find(e => e.Type == "code" && e.Offset == entity.Offset && e.Length == entity.Length)
                : null;
        if (language is not null)
        {
            _entities.Remove(language);
        }

        _entities.Add(language?.Language is { } named ? entity with { Language = named } : entity);
    }

    internal static Refusal Wrong(string words) => Refusal.BadRequest($"can't parse entities: {words}");
}
